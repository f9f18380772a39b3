// Prints what axe finds on a page as JSON: node axe.js PAGE.html, with NODE_PATH where Ace's modules are.
const fs = require("fs");
const puppeteer = require("puppeteer-core");

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
    args: ["--no-sandbox"],
    headless: true,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: Number(process.argv[3] || 1024), height: 800 });
  await page.goto("file://" + process.argv[2]);
  await page.evaluate(fs.readFileSync(require.resolve("@daisy/axe-core-for-ace/axe.js"), "utf-8"));
  const found = await page.evaluate(async () => {
    const said = await axe.run(document, {});
    return {
      violations: said.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 200))]),
      passes: said.passes.length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
  console.log(JSON.stringify(found));
  await browser.close();
})();
