"use strict";
// Gathers the answers into review.csv, quoted as ebook/review/sheets.py quotes them.
(() => {
  const columns = ["key", "kind", "article", "place", "what", "decision", "approved", "by", "date", "comment"];
  const form = document.getElementById("sheet");
  const said = document.getElementById("said");
  const by = document.getElementById("by");
  const day = document.getElementById("date");
  const guarded = (text) => (/^(\s*[=+\-@＝＋－＠']|[\t\r\n])/.test(text) ? "'" + text : text);
  const cell = (text) => '"' + guarded(text).replaceAll('"', '""') + '"';

  const answer = (row) => {
    const values = { ...row.dataset };
    const ticked = row.querySelector("input").checked;
    const comment = row.querySelector("textarea").value.trim();
    const approved = ticked ? "yes" : values.approved === "yes" ? "no" : values.approved;
    if (approved !== values.approved) {
      values.by = by.value.trim();
      values.date = day.value;
    }
    return { ...values, approved, comment };
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const rows = [...form.querySelectorAll("tr[data-key]")].map(answer);
    if (!by.value.trim() && rows.some((row) => row.approved && !row.by)) {
      said.textContent = "Fill in your name first.";
      by.focus();
      return;
    }
    const lines = [columns.map(cell), ...rows.map((row) => columns.map((name) => cell(row[name] ?? "")))];
    const text = "\ufeff" + lines.map((line) => line.join(",") + "\r\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = form.dataset.file;
    link.click();
    const count = rows.filter((row) => row.approved === "yes").length;
    said.textContent = `Saved: ${count} of ${rows.length} approved.`;
  });
})();
