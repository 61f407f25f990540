/**
 * The page shown while the database is away. A text and not a component, because everything that renders pages
 * may need the database.
 */
export function databaseAwayPage({
  nonce,
  wasSent,
  retryPath,
}: {
  nonce: string;
  wasSent: boolean;
  retryPath: string;
}): string {
  const what = wasSent
    ? "<p>Nothing was saved. Go back with your browser: what you typed is still in the form. Send it again in a moment.</p>"
    : `<p>Nothing is lost. Linchpin finds the database by itself as soon as it is back.</p><p><a href="${escapeHtml(retryPath)}">Try again</a></p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The database cannot be reached · Linchpin</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 1.0625rem/1.6 Georgia, serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.25rem;
  background: light-dark(#fcfbf8, #16181b); color: light-dark(#1b1d21, #e9e7e2) }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: light-dark(#1f4e92, #93b8f0) }
</style>
</head>
<body><main><h1>The database cannot be reached at the moment</h1>${what}</main></body>
</html>
`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
