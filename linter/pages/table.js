(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("count");
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...document.querySelectorAll(form.dataset.rows)].map((element) => ({ element, words: null }));
  const keys = [...new Set([...form.elements].map((field) => field.name).filter((name) => name && name !== "text"))];

  // A row is shown where it has every word that is searched for, and of each filter one of the chosen values.
  function apply() {
    const data = new FormData(form);
    const words = folded(data.get("text") || "").split(/\s+/).filter(Boolean);
    const chosen = keys.map((key) => [key, form.elements[key].tagName === "SELECT" ? data.getAll(key).filter(Boolean) : data.getAll(key)])
      .filter(([key, values]) => values.length || form.elements[key].tagName !== "SELECT");
    let shown = 0;
    for (const row of rows) {
      const has = (key, values) => (row.element.dataset[key] || "").split(" ").some((value) => values.includes(value));
      const visible = chosen.every(([key, values]) => has(key, values))
        && words.every((word) => (row.words ??= folded(row.element.textContent)).includes(word));
      row.element.hidden = !visible;
      shown += visible;
    }
    for (const head of document.querySelectorAll("tr.contrast")) {
      head.hidden = ![...head.parentElement.rows].some((row) => row !== head && !row.hidden);
    }
    const number = new Intl.NumberFormat("en");
    const noun = form.dataset.noun + (rows.length === 1 ? "" : "s");
    status.textContent = `${number.format(shown)} of ${number.format(rows.length)} ${noun} shown`;
  }

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  for (const table of document.querySelectorAll("#documents, #kwic")) sortable(table);
  apply();
})();
