"use strict";
document.documentElement.classList.add("scripted");
(() => {
  // Where storage is blocked the choice lasts as long as the page.
  const theme = document.getElementById("theme");
  const root = document.documentElement;
  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("evenhand-theme") || "";
      localStorage.setItem("evenhand-theme", value);
    } catch { /* blocked */ }
    return "";
  };
  const apply = () => {
    if (theme.value) root.dataset.theme = theme.value;
    else delete root.dataset.theme;
  };
  theme.value = stored();
  if (theme.selectedIndex < 0) theme.value = "";
  apply();
  theme.addEventListener("change", () => { stored(theme.value); apply(); });
})();

/* Makes the columns of a table sortable by buttons in their heads; the first click on numbers puts the highest first. */
function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const kind = head.dataset.sort;
    if (!kind) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    const value = (row) => {
      const cell = row.cells[column];
      const text = cell.dataset.v ?? cell.textContent.trim();
      if (kind === "reversed") return text.split(/\W+/u).reverse().join(" ").trim();
      return kind === "number" ? parseFloat(text.replaceAll(",", "")) || 0 : text;
    };
    button.addEventListener("click", () => {
      const up = head.ariaSort ? head.ariaSort === "descending" : kind !== "number";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows].map((row) => [value(row), row]);
      const order = kind === "number" ? (a, b) => a[0] - b[0] : (a, b) => a[0].localeCompare(b[0]);
      rows.sort((a, b) => (up ? 1 : -1) * order(a, b));
      body.append(...rows.map((row) => row[1]));
    });
  });
}
