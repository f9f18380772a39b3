"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (name, number) => document.getElementById(`${name}-${number}`);
  const numbers = data.entries.map((_, index) => index + 1);
  let changed = false;

  const choice = (number) => document.querySelector(`input[name="state-${number}"]:checked`).value;
  const choose = (number, value) => {
    document.querySelector(`input[name="state-${number}"][value="${value}"]`).checked = true;
  };
  const name = (number) => at("name", number).textContent;
  const isTable = (number) => data.entries[number - 1].kind === "table";
  /** The field that says what is meant for the book. */
  const field = (number) => at(isTable(number) ? "description" : "alt", number);
  const words = (name, number) => at(name, number).value.trim();
  const say = (text) => { document.getElementById("said").textContent = text; };

  function count() {
    const pictures = numbers.filter((number) => !isTable(number));
    const tables = numbers.filter(isTable);
    const open = (some) => some.filter((number) => choice(number) === "open").length;
    let text = `${open(pictures)} of ${pictures.length} still open`;
    if (tables.length) text += `; ${open(tables)} of ${tables.length} wide tables may be described`;
    const shown = document.getElementById("count");
    if (shown.textContent !== text) shown.textContent = text;
  }

  function noteError(number, text) {
    const box = field(number);
    at("error", number).textContent = text;
    if (text) {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", `error-${number}`);
    } else {
      box.removeAttribute("aria-invalid");
      box.removeAttribute("aria-describedby");
    }
  }

  /** The first that is called described without a description, or 0; the article may describe a table itself. */
  function check() {
    const isBad = (number) => choice(number) === "described" && !field(number).value.trim()
      && !(isTable(number) && data.entries[number - 1].found === "described");
    const bad = numbers.filter(isBad);
    for (const number of numbers) {
      const what = isTable(number) ? "table" : "picture";
      noteError(number, bad.includes(number) ? `Write what the ${what} shows, or choose something else above.` : "");
    }
    return bad[0] || 0;
  }

  /** An entry as it is saved: untouched ones exactly as they came. */
  function saved(entry, number) {
    return entry.kind === "table" ? savedTable(entry, number) : savedPicture(entry, number);
  }

  function savedTable(entry, number) {
    const before = entry.state === "readable" ? "readable" : data.waiting.includes(entry.state) ? "open" : "described";
    const now = choice(number);
    const description = words("description", number);
    if (now === before && description === entry.description.trim()) return { ...entry };
    const result = { ...entry, description: now === "described" ? description : "" };
    if (now === "readable") result.state = "readable";
    else if (now === "described") {
      result.state = description && description === entry.suggestion.trim() ? "accepted" : "described";
    } else {
      // Words that are not meant yet wait as a suggestion.
      if (description) Object.assign(result, { suggestion: description, by: "draft" });
      result.state = result.suggestion ? "suggested" : entry.found || "offered";
    }
    return signed(result);
  }

  function signed(result) {
    const author = document.getElementById("author").value.trim();
    if (author) result.author = author;
    result.date = today();
    return result;
  }

  function savedPicture(entry, number) {
    const before = entry.state === "decorative" ? "decorative" : data.waiting.includes(entry.state) ? "open" : "described";
    const now = choice(number);
    const alt = words("alt", number);
    const description = words("description", number);
    const result = { ...entry };
    if (now !== before || alt !== entry.alt.trim()) {
      // Words that somebody else wrote are accepted as they are; one's own are described.
      const others = [entry.suggestion, entry["found-alt"]].filter(Boolean).map((text) => text.trim());
      if (now === "decorative") {
        result.state = "decorative";
        result.alt = "";
      } else if (now === "described") {
        result.state = others.includes(alt) ? "accepted" : "described";
        result.alt = alt;
        // The page's own words, kept against a suggestion.
        if (result.state === "accepted" && alt !== entry.suggestion.trim()) result.suggestion = "";
      } else {
        // Words that are not meant yet wait as a suggestion.
        const draft = alt && alt !== entry["found-alt"].trim() ? alt : "";
        result.state = draft ? "suggested" : "missing";
        result.alt = "";
        if (draft) Object.assign(result, { suggestion: draft, by: "draft" });
      }
    }
    if (description !== entry.description.trim()) result.description = description;
    const isChanged = ["state", "alt", "description"].some((key) => result[key] !== entry[key]);
    return isChanged ? signed(result) : result;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** A basic string of TOML: that of JSON, but for what JSON lets stand or writes in halves. */
  function quoted(text) {
    return JSON.stringify(text).replace(/\\ud[89a-f][0-9a-f]{2}/gi, "\\ufffd").replace(/\x7f/g, "\\u007f");
  }

  function toml() {
    const entries = [...data.entries.map((entry, index) => saved(entry, index + 1)), ...data.kept];
    const tables = entries.map((entry) => {
      const lines = data.keys[entry.kind]
        .filter((key) => data.always[entry.kind].includes(key) || (entry[key] !== "" && entry[key] !== false && !(key === "places" && entry[key] === 1)))
        .map((key) => `${key} = ${typeof entry[key] === "string" ? quoted(entry[key]) : entry[key]}`);
      return `[[${entry.kind}]]\n${lines.join("\n")}\n`;
    });
    return `${data.header}\n${tables.join("\n")}`;
  }

  function isReady() {
    const bad = check();
    if (!bad) return true;
    say(`Not saved: ${name(bad).toLowerCase()} is called described, but has no description.`);
    field(bad).focus();
    return false;
  }

  document.getElementById("save").addEventListener("click", () => {
    if (!isReady()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toml()], { type: "application/toml" }));
    link.download = data.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    changed = false;
    say(`Saved ${data.name} with your browser's downloads.`);
  });

  document.getElementById("copy").addEventListener("click", async () => {
    if (!isReady()) return;
    const field = document.getElementById("text");
    field.value = toml();
    try {
      await navigator.clipboard.writeText(field.value);
      changed = false;
      say(`Copied: paste it into ${data.name}.`);
    } catch {
      field.focus();
      field.select();
      say("Selected below: copy it with your keyboard.");
    }
  });

  document.getElementById("next").addEventListener("click", () => {
    const number = numbers.find((each) => choice(each) === "open");
    if (number) at("name", number).focus();
    else say("Nothing is open: you can save.");
  });

  for (const button of document.querySelectorAll("button.accept")) {
    button.addEventListener("click", () => {
      const number = Number(button.dataset.number);
      field(number).value = at("suggestion", number).textContent;
      choose(number, "described");
      changed = true;
      noteError(number, "");
      count();
      field(number).focus();
    });
  }

  document.getElementById("pictures").addEventListener("input", (event) => {
    changed = true;
    const number = Number((event.target.id.match(/^(?:alt|description)-(\d+)$/) || [])[1]);
    if (number && event.target === field(number)) {
      noteError(number, "");
      // Whoever types a description means it.
      if (choice(number) !== "described" && field(number).value.trim()) choose(number, "described");
    }
    count();
  });

  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });

  count();
})();
