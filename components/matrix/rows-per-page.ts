/** How many rows the matrix brings before scripts run: all of a page where there are none. */
export const rowsPerPage = 30;
