/* The search box of a large site: Pagefind behind it, which reads small files of the site's own index.
   A hit says outlet and date, and who speaks where the words stand in a quotation. */
"use strict";

(() => {
  const { say, count } = variorum;
  const root = document.querySelector(".v-search");
  if (!root) return;
  const toggle = document.getElementById("__search");
  const form = root.querySelector("form");
  const field = form.elements.query;
  const [status, list, more, exact, folder, choices] = [".md-search-result__meta", ".v-finder__hits", ".v-finder__more", "[name=exact]", "details", ".v-finder__filters"].map((s) => root.querySelector(s));
  const FILTERS = ["outlet", "speaker", "language", "year", "kind", "verdict"];
  const LABELS = {
    outlet: say("Outlet"),
    speaker: say("Speaker"),
    language: say("Language"),
    year: say("Year"),
    kind: say("Kind of quotation"),
    verdict: say("Verdict"),
  };
  const PAGE = 10;
  const LONGEST = 300;
  const SHOWN = 220;
  const quiet = status.textContent;
  let engine;
  let asked = 0;
  let found = [];
  let shown = 0;

  const load = () => {
    engine ??= import(new URL(root.dataset.index, location.href).href).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 26 });
      await pagefind.init();
      /* A big site has an index for each of its parts. */
      const bundle = new URL(".", new URL(root.dataset.index, location.href));
      const answer = await fetch(new URL("shards.json", bundle));
      const shards = answer.ok ? await answer.json() : [];
      const baseUrl = new URL("..", bundle).pathname;
      await Promise.all(shards.map((name) => pagefind.mergeIndex(new URL(`${name}/`, bundle).href, { baseUrl, excerptLength: 26 })));
      return pagefind;
    });
    return engine;
  };
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  /* The quotation that holds most of the hits: anchors are the marked quotations, with their places. */
  const speech = (data) => {
    const places = data.locations || [];
    const least = Math.max(1, Math.ceil(field.value.split(/\s+/).filter(Boolean).length * 0.6));
    let best = null;
    let most = 0;
    for (const anchor of data.anchors || []) {
      if (!data.meta[anchor.id]) continue;
      const end = anchor.location + anchor.text.split(/\s+/).filter(Boolean).length;
      const held = places.filter((place) => anchor.location <= place && place < end).length;
      if (held >= least && held > most) { most = held; best = anchor; }
    }
    if (!best) return null;
    const [who, polarity, kind] = data.meta[best.id].split("|");
    return { anchor: best.id, words: best.text.trim(), who, polarity, kind };
  };
  /* Pagefind marks the hits in an excerpt that is escaped text otherwise. */
  const excerpt = (html) => {
    const line = make("p", "v-finder__words");
    for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
      const marked = part.startsWith("<mark>");
      const text = new DOMParser().parseFromString(`<p>${part}`, "text/html").body.textContent;
      line.append(marked ? make("mark", "", text) : text);
    }
    return line;
  };
  const hit = (data) => {
    const item = make("li");
    const said = speech(data);
    const link = make("a", "v-finder__hit");
    link.href = data.url.replace(/\.html$/, "/") + (said ? `#t-${said.anchor}` : "");
    link.append(make("span", "v-finder__where", [data.meta.outlet, data.meta.date].filter(Boolean).join(" · ")));
    link.append(make("strong", "v-finder__title", data.meta.title));
    if (said) link.append(make("p", "v-finder__words", said.words.length > SHOWN ? `${said.words.slice(0, SHOWN)} …` : said.words));
    else if (data.excerpt && data.excerpt.replace(/<[^>]+>/g, "").trim() !== data.meta.title) link.append(excerpt(data.excerpt));
    if (said) {
      const line = make("span", "v-finder__who", `${said.kind === "indirect" ? say("reported") : say("quoted")}: ${said.who}`);
      if (said.polarity !== "affirmed") line.append(" ", make("strong", `v-chip v-chip--${said.polarity}`, said.polarity === "denied" ? say("denied") : say("hedged")));
      link.append(line);
    }
    item.append(link);
    return item;
  };
  const page = async (ask) => {
    const next = found.slice(shown, shown + PAGE).map((each) => each.data());
    shown += next.length;
    /* The first hit is shown before the others have arrived. */
    for (const each of next) {
      const data = await each;
      if (ask !== asked) return;
      list.append(hit(data));
    }
    more.hidden = shown >= found.length;
  };

  const wanted = () => {
    const chosen = {};
    for (const select of choices.querySelectorAll("select")) if (select.value) chosen[select.name] = select.value;
    return chosen;
  };
  const search = async () => {
    asked += 1;
    const ask = asked;
    const words = field.value.trim();
    const filters = wanted();
    if (!words && !Object.keys(filters).length) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = quiet;
      return;
    }
    let pagefind;
    try {
      pagefind = await load();
    } catch (error) {
      engine = undefined;
      status.textContent = say("The search index could not be read ({0}).", error.message);
      return;
    }
    const query = exact.checked && words ? `"${words.replaceAll('"', "")}"` : words || null;
    const answer = await pagefind.search(query, { filters });
    if (ask !== asked) return;
    found = answer.results;
    shown = 0;
    list.replaceChildren();
    status.textContent = count(found.length, "{0} result", "{0} results");
    await page(ask);
  };

  const fill = async () => {
    if (choices.childElementCount) return;
    const pagefind = await load();
    const all = await pagefind.filters();
    for (const name of FILTERS) {
      const values = Object.entries(all[name] || {});
      if (!values.length) continue;
      values.sort(name === "year" ? (a, b) => (a[0] < b[0] ? 1 : -1) : (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const box = make("div");
      const label = make("label", "", LABELS[name]);
      const select = make("select");
      select.name = name;
      select.id = `v-finder-${name}`;
      label.htmlFor = select.id;
      select.append(new Option(say("any"), ""), ...values.slice(0, LONGEST).map(([value, count]) => new Option(`${value} (${count})`, value)));
      select.addEventListener("change", search);
      box.append(label, select);
      choices.append(box);
    }
  };

  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 100); });
  field.addEventListener("focus", () => { toggle.checked = true; load().catch(() => {}); });
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("reset", () => setTimeout(() => { search(); field.focus(); }));
  exact.addEventListener("change", search);
  folder.addEventListener("toggle", () => { if (folder.open) fill(); });
  more.addEventListener("click", () => page(asked));
  toggle.addEventListener("change", () => { if (toggle.checked) field.focus(); });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { toggle.checked = false; field.blur(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at >= 0 && to) { to.focus(); event.preventDefault(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "/" || event.key === "s") { event.preventDefault(); field.focus(); }
  });
})();
