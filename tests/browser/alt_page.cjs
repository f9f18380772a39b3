// Fills in the page of `ebook alt --html` with the keyboard alone and prints what a test wants to know, as JSON.
// Arguments: the page, a folder for downloads. Needs EBOOK_NODE_MODULES and PUPPETEER_EXECUTABLE_PATH.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = process.env.EBOOK_NODE_MODULES;
const puppeteer = require(path.join(modules, "puppeteer"));
const axeFile = ["axe-core/axe.min.js", "@daisy/axe-core-for-ace/axe.min.js"]
  .map((name) => path.join(modules, name))
  .find((name) => fs.existsSync(name));
const MOST_STEPS = 80;

const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const label = element.labels && element.labels.length ? element.labels[0].textContent : element.textContent;
    return {
      id: element.id,
      name: element.name || "",
      role: element.getAttribute("role") || "",
      value: element.type === "radio" ? element.value : "",
      label: label.trim().slice(0, 80),
      outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  });

async function tabTo(page, wanted, steps) {
  for (let count = 0; count < MOST_STEPS; count += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    steps.push(at);
    if (wanted(at)) return at;
  }
  throw new Error(`The keyboard never came to ${wanted}`);
}

async function violations(page) {
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

async function main() {
  const [file, downloads] = process.argv.slice(2);
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const result = { requests: [], errors: [], steps: [] };
  try {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) result.requests.push(request.url());
    });
    page.on("pageerror", (error) => result.errors.push(String(error)));
    page.on("dialog", (dialog) => dialog.accept());
    const client = await browser.target().createCDPSession();
    await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads, eventsEnabled: true });
    await page.goto(`file://${path.resolve(file)}`);
    await page.evaluate(fs.readFileSync(axeFile, "utf8"));
    const text = (id) => page.$eval(`#${id}`, (element) => element.textContent);

    result.before = await text("count");
    result.violations = await violations(page);

    // The first stop is the link that skips to the pictures.
    result.first = await tabTo(page, () => true, result.steps);
    await page.keyboard.press("Enter");
    result.skipped = await focused(page);

    // Picture 1: the choice by arrow keys, the words by typing.
    await tabTo(page, (at) => at.name === "state-1", result.steps);
    await page.keyboard.press("ArrowDown");
    result.chosen = await focused(page);
    await tabTo(page, (at) => at.id === "alt-1", result.steps);
    await page.keyboard.type("A wooden gate, half open,\n“for the cat”");
    result.afterOne = await text("count");

    // Picture 2: typing alone chooses.
    await tabTo(page, (at) => at.id === "alt-2", result.steps);
    await page.keyboard.type("Two herons in the reeds");
    result.afterTwo = await text("count");
    await tabTo(page, (at) => at.id === "description-2", result.steps);
    await page.keyboard.type("The left one is older.");

    // Picture 3: decoration.
    await tabTo(page, (at) => at.name === "state-3", result.steps);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");

    // Picture 4: described, but without words, so it cannot be saved.
    await tabTo(page, (at) => at.name === "state-4", result.steps);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, (at) => at.id === "save", result.steps);
    await page.keyboard.press("Enter");
    result.refused = await text("said");
    result.refusedAt = await focused(page);
    result.violationsWithError = await violations(page);

    // Its suggestion is accepted.
    await tabTo(page, (at) => at.label.startsWith("Use the suggestion"), result.steps);
    await page.keyboard.press("Enter");
    result.accepted = await page.$eval("#alt-4", (element) => element.value);
    result.end = await text("count");

    // The table: its cells scroll with the keyboard, and typing alone chooses here too.
    result.cells = await tabTo(page, (at) => at.role === "region", result.steps);
    await tabTo(page, (at) => at.id === "description-5", result.steps);
    await page.keyboard.type("The water falls from month to month.");
    result.afterTable = await text("count");

    await tabTo(page, (at) => at.id === "save", result.steps);
    await page.keyboard.press("Enter");
    const saved = path.join(downloads, "alt.toml");
    for (let count = 0; count < 100 && !fs.existsSync(saved); count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    result.saved = await text("said");
  } finally {
    await browser.close();
  }
  console.log(JSON.stringify(result));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
