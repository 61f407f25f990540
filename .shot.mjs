process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
const { chromium: pw } = await import("playwright");
const path = await chromium.executablePath();
process.env.LD_LIBRARY_PATH ??= "/tmp/al2023/lib";
const b = await pw.launch({ executablePath: path, args: ["--no-sandbox","--headless","--disable-background-networking","--disable-component-update","--disable-sync","--disable-quic"] });
const [base, ...rest] = process.argv.slice(2);
const pages = rest.length ? rest : ["/"];
const state = process.env.STATE;
for (const scheme of (process.env.SCHEMES ?? "light,dark").split(",")) for (const width of (process.env.WIDTHS ?? "1280,390").split(",").map(Number)) {
  const c = await b.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, ...(state ? {storageState: state} : {}) });
  const p = await c.newPage();
  p.on("console", m => { if (["error","warning"].includes(m.type())) console.log(scheme, width, m.text().slice(0,300)); });
  p.on("pageerror", e => console.log("PAGEERROR", e.message));
  for (const path of pages) {
    p.on("requestfailed", r=>console.log("FAILED", r.url(), r.failure()?.errorText)); p.on("response", r=>{ if(r.status()>=400) console.log(r.status(), r.url())}); await p.goto(base + path, { waitUntil: "load" });
    const w = await p.evaluate(() => document.documentElement.scrollWidth);
    if (w > width) console.log("OVERFLOW", path, w, width);
    await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/shots/${path.replace(/[^a-z0-9]+/gi, "_")}-${width}-${scheme}.png`, fullPage: true });
  }
  await c.close();
}
await b.close();
