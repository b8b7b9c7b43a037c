(() => {
  const KEYS = ["severity", "voice", "category", "stance", "concept", "kind"];
  const form = document.getElementById("filters");
  const status = document.getElementById("count");
  const number = new Intl.NumberFormat("en");

  // Why and sources stand once on the page, in the list of concepts; here each card gets its copy, and a button.
  for (const why of document.querySelectorAll(".card > .why")) {
    const link = why.firstElementChild;
    const entry = link && document.getElementById(link.hash.slice(1));
    if (!entry) continue;
    why.replaceWith(...[...entry.children].map((part) => part.cloneNode(true)));
  }
  const clipboard = navigator.clipboard;
  for (const code of document.querySelectorAll(".paste > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    code.after(" ", button);
  }

  const cards = [...document.querySelectorAll(".card")].map((element) => {
    const values = element.dataset.f.split(" ");
    const ref = document.getElementById("m" + element.id);
    element.tabIndex = -1;
    if (ref) {
      const name = `${ref.textContent}, ${values[0]}, ${values[1]}`;
      ref.setAttribute("aria-label", `Finding ${name}: show its card`);
      element.querySelector(".no").setAttribute("aria-label", `Finding ${name}: show it in the text`);
    }
    return { element, values, ref, suppressed: "x" in element.dataset, sheet: element.closest(".sheet"), words: null };
  });
  const sheets = [...document.querySelectorAll(".sheet")].map((element) => ({
    element,
    path: element.querySelector("h2").textContent,
    row: document.querySelector(`#documents tr[data-d="${element.id}"]`),
    cards: [],
  }));
  const bySheet = new Map(sheets.map((sheet) => [sheet.element, sheet]));
  for (const card of cards) bySheet.get(card.sheet).cards.push(card);
  const groups = [...document.querySelectorAll(".text mark")].map((mark) => {
    const refs = [];
    for (let next = mark.nextElementSibling; next && next.classList.contains("ref"); next = next.nextElementSibling) refs.push(next);
    return { mark, refs };
  });

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = (card) => [...card.children].map((part) => (part.matches(".paste") ? "" : part.textContent)).join(" ");
  const wordsOf = (card, sheet) => (card.words ??= folded(textOf(card.element) + " " + card.values.join(" ") + " " + sheet.path +
    " " + (card.ref ? card.ref.previousElementSibling.textContent : "")));

  function wanted() {
    const data = new FormData(form);
    const chosen = KEYS.map((key, at) => {
      if (at < 2) return new Set(data.getAll(key));
      return data.get(key) ? new Set([data.get(key)]) : null;
    });
    return {
      chosen,
      words: folded(data.get("text") || "").split(/\s+/).filter(Boolean),
      path: folded(data.get("path") || "").trim(),
      suppressed: data.has("suppressed"),
    };
  }

  function apply() {
    const { chosen, words, path, suppressed } = wanted();
    const isFiltered = words.length > 0 || path !== "" || chosen.some((set, at) => set && (at > 1 || set.size < (at ? 5 : 3)));
    const counts = new Map();
    const off = new Set();
    let shown = 0, all = 0, documents = 0;
    for (const sheet of sheets) {
      const isWanted = !path || folded(sheet.path).includes(path);
      let inSheet = 0;
      for (const card of sheet.cards) {
        const counts_ = suppressed || !card.suppressed;
        if (counts_) all += 1;
        const failed = KEYS.map((_, at) => at).filter((at) => chosen[at] && !chosen[at].has(card.values[at]));
        const base = counts_ && isWanted && words.every((word) => wordsOf(card, sheet).includes(word));
        // A filter's own figure says what it would show: all other filters hold.
        for (const at of [0, 1]) {
          if (base && failed.every((other) => other === at)) {
            const key = KEYS[at] + "=" + card.values[at];
            counts.set(key, (counts.get(key) || 0) + 1);
          }
        }
        const visible = base && failed.length === 0;
        card.element.hidden = !visible;
        if (card.ref) card.ref.hidden = !visible;
        if (!visible) off.add(card.ref);
        if (visible) inSheet += 1;
      }
      const visible = isWanted && (inSheet > 0 || !isFiltered);
      sheet.element.hidden = !visible;
      sheet.row.hidden = !visible;
      shown += inSheet;
      documents += visible;
    }
    for (const { mark, refs } of groups) mark.classList.toggle("off", refs.every((ref) => off.has(ref)));
    for (const input of form.querySelectorAll("[type=checkbox][value]")) {
      const figure = input.parentElement.querySelector(".n");
      if (figure) figure.textContent = number.format(counts.get(input.name + "=" + input.value) || 0);
    }
    const plural = (count, noun) => `${number.format(count)} ${noun}${count === 1 ? "" : "s"}`;
    const message = `${number.format(shown)} of ${plural(all, "finding")} shown, in ${plural(documents, "document")}`;
    if (status.textContent !== message) status.textContent = message;
  }

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));

  // A row of a chart sets the filter that it counts.
  for (const head of document.querySelectorAll("th[data-set]")) {
    const [key, value] = head.dataset.set.split("=");
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Show these only";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const field = form.elements[key];
      if (field instanceof RadioNodeList) for (const input of field) input.checked = input.value === value;
      else field.value = value;
      apply();
      document.getElementById("h-filter").scrollIntoView();
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".paste > button");
    if (button) copy(button);
    const mark = event.target.closest(".text mark:not(.off)");
    const ref = mark && !String(getSelection()) && groups.find((group) => group.mark === mark).refs.find((one) => !one.hidden);
    if (ref) ref.click();
  });

  async function copy(button) {
    const code = button.previousElementSibling;
    try {
      await clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  // A link to a finding that the filters hide clears them.
  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden || target.closest("[hidden]")) {
      form.reset();
      if (form.elements.suppressed) form.elements.suppressed.checked = true;
      apply();
      target.scrollIntoView();
    }
    if (target.matches(".card, .ref, .sheet, .entry div")) target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", arrive);

  sortable(document.getElementById("documents"));
  apply();
  arrive();
})();
