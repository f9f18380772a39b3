// Opens a review sheet: axe's violations, then the whole sheet filled in by keyboard alone, and what was saved.
"use strict";
const path = require("path");
const { pathToFileURL } = require("url");

const [modules, page] = process.argv.slice(2);
const puppeteer = require(path.join(modules, "puppeteer"));
const axe = path.join(modules, "@daisy", "axe-core-for-ace", "axe.min.js");

(async () => {
  const browser = await puppeteer.launch({ headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const tab = await browser.newPage();
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.setBypassCSP(false);
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(() => {
      window.saved = [];
      URL.createObjectURL = (blob) => { window.saved.push(blob); return "#saved"; };
    });

    // the keyboard: name, every box, every comment, then the button, in the order of the tabs
    const stops = [];
    let boxes = 0;
    for (let step = 0; step < 200; step += 1) {
      await tab.keyboard.press("Tab");
      const stop = await tab.evaluate(() => {
        const here = document.activeElement;
        const box = here.getBoundingClientRect();
        return { tag: here.tagName, type: here.type || "", id: here.id, shown: box.width > 0 && box.height > 0 };
      });
      stops.push(stop);
      if (stop.id === "by") await tab.keyboard.type("Ana Ruiz");
      if (stop.type === "checkbox") { await tab.keyboard.press("Space"); boxes += 1; }
      if (stop.tag === "TEXTAREA" && boxes === 1) await tab.keyboard.type("=1+1");
      if (stop.tag === "BUTTON") { await tab.keyboard.press("Enter"); break; }
    }
    await new Promise((done) => setTimeout(done, 200));
    const csv = await tab.evaluate(async () => {
      const blob = window.saved[0];
      if (!blob) return "";
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    });
    const said = await tab.evaluate(() => document.getElementById("said").textContent);

    const second = await browser.newPage();
    await second.setBypassCSP(true);  // axe is put into the page, which allows no script but its own
    await second.goto(pathToFileURL(page).href);
    await second.addScriptTag({ path: axe });
    const found = await second.evaluate(async () => (await window.axe.run(document)).violations
      .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`));

    const outside = asked.filter((address) => !address.startsWith("file:") && !address.startsWith("data:"));
    console.log(JSON.stringify({ violations: found, stops, boxes, csv, said, outside }));
  } finally {
    await browser.close();
  }
})().catch((error) => { console.error(error); process.exit(1); });
