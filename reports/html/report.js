// Findings of a severity are shown or hidden; without a script all are shown.
"use strict";
(() => {
  const words = document.currentScript.dataset;
  const rows = document.querySelectorAll("tr[data-severity]");
  if (!rows.length) return;
  const box = document.createElement("fieldset");
  box.className = "filter";
  const legend = document.createElement("legend");
  legend.textContent = words.filter;
  box.append(legend);
  for (const severity of ["error", "warning", "note"]) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "checkbox";
    input.checked = true;
    input.addEventListener("change", () => {
      for (const row of rows) {
        if (row.dataset.severity === severity) row.hidden = !input.checked;
      }
    });
    label.append(input, " ", words[severity]);
    box.append(label);
  }
  const figures = document.querySelector(".figures") || document.querySelector("main > *");
  figures.after(box);
})();
