// Prints what Chromium's accessibility tree says of XHTML files: node spoken.mjs NODE_MODULES CHROMIUM FILE...
// One line of JSON for each file: [[role, name, depth], ...] in reading order.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...files] = process.argv.slice(2);
const puppeteer = createRequire(`${modules}/`)("puppeteer");
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });

function flat(node, depth, found) {
  found.push([node.role, node.name ?? "", depth]);
  for (const child of node.children ?? []) flat(child, depth + 1, found);
  return found;
}

for (const file of files) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  console.log(JSON.stringify(flat(tree, 0, [])));
  await page.close();
}
await browser.close();
