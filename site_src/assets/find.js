/* Find a quotation: which articles print these words, or nearly? Runs in the browser, on the site's own
   data files. Score: share of the asked words' pairs that stand in a passage of the article, in runs. */
"use strict";

(() => {
  const { say, count } = variorum;
  const page = document.querySelector(".v-find");
  if (!page) return;
  const [form, field, status, results] = ["form", "textarea", ".v-find__status", ".v-find__results"].map((s) => page.querySelector(s));
  const button = page.querySelector("button");
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  const LEAST = 0.45;
  const MOST = 30;

  const tokens = (text) => [...text.matchAll(WORD)].map((found) => ({
    key: found[0].normalize("NFKC").toLowerCase().replace("’", "'"),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const pairs = (words) => (words.length < 2 ? words.map((w) => w.key) : words.slice(1).map((w, i) => `${words[i].key} ${w.key}`));

  let loading;
  const lines = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  };
  const load = () => {
    loading ??= Promise.all([lines(page.dataset.articles), lines(page.dataset.quotes)]).then(([articles, quotes]) => ({
      articles: articles.filter((article) => article.text).map((article) => {
        const words = tokens(article.text);
        return { article, words, pairs: pairs(words) };
      }),
      quotes,
    }));
    return loading;
  };

  /* The window of the article that holds most of the wanted pairs: one pass, two pointers. */
  const best = (entry, wanted, length) => {
    const step = length > 1 ? 1 : 0;
    const room = Math.max(length + 4, Math.ceil(length * 1.3));
    const inside = new Map();
    let found = 0;
    let top = { score: 0 };
    entry.pairs.forEach((pair, end) => {
      if (wanted.has(pair)) {
        const count = inside.get(pair) || 0;
        inside.set(pair, count + 1);
        if (!count) found += 1;
      }
      const gone = entry.pairs[end - room];
      if (gone !== undefined && wanted.has(gone)) {
        const count = inside.get(gone) - 1;
        inside.set(gone, count);
        if (!count) found -= 1;
      }
      const score = found / wanted.size;
      if (score > top.score) top = { score, end };
    });
    if (top.score < LEAST) return null;
    let start = top.end;
    for (let i = top.end; i >= Math.max(0, top.end - room + 1); i -= 1) if (wanted.has(entry.pairs[i])) start = i;
    return { score: top.score, from: entry.words[start].start, to: entry.words[Math.min(top.end + step, entry.words.length - 1)].end };
  };

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  /* The data files count code points, JavaScript counts UTF-16 units. */
  const units = (text, points) => [...text].slice(0, points).join("").length;
  const quoteAt = (quotes, article, from, to) => {
    let hit = null;
    let most = 0;
    for (const quote of quotes) {
      if (quote.article !== article.id) continue;
      for (const [start, end] of quote.parts) {
        const shared = Math.min(to, units(article.text, end)) - Math.max(from, units(article.text, start));
        if (shared > most) { most = shared; hit = quote; }
      }
    }
    return hit;
  };
  const anchorOf = (quotes, hit) => {
    const same = quotes.filter((quote) => quote.article === hit.article && quote.key === hit.key);
    const ordinal = same.indexOf(hit) + 1;
    return ordinal > 1 ? `${hit.key}-${ordinal}` : hit.key;
  };

  const row = ({ article, found }, quotes) => {
    const hit = quoteAt(quotes, article, found.from, found.to);
    const item = element("li", "v-item");
    const exact = found.score === 1;
    item.append(element("p", "v-kicker", `${article.outlet || say("outlet not named")} · ${article.published || say("undated")}`));
    const title = element("h2", "v-title");
    const link = element("a", "", article.headline || `${article.text.slice(0, 80)} …`);
    link.href = `${page.dataset.root}articles/${encodeURIComponent(article.id)}/${hit ? `#${anchorOf(quotes, hit)}` : "#text"}`;
    title.append(link);
    item.append(title, element("p", "v-found-words", article.text.slice(found.from, found.to)));
    const meta = element("p", "v-meta");
    meta.append(element("span", "", exact ? say("these words") : say("{0}% of the word pairs", Math.round(found.score * 100))));
    if (hit) {
      const name = hit.speaker ? hit.speaker.name : hit.mention ? `“${hit.mention.text}”` : say("speaker unknown");
      meta.append(element("span", "", `${hit.kind === "indirect" ? say("reported") : say("quoted")}: ${name}`));
      if (hit.polarity === "denied") meta.append(element("strong", "v-chip v-chip--denied", say("denied")));
    }
    item.append(meta);
    return item;
  };

  const find = async (event) => {
    event.preventDefault();
    const asked = tokens(field.value);
    if (!asked.length) return;
    status.textContent = say("Looking …");
    let data;
    try {
      data = await load();
    } catch (error) {
      loading = undefined;
      status.textContent = say("The data files could not be read ({0}).", error.message);
      return;
    }
    const wanted = new Set(pairs(asked));
    const source = asked.length > 1 ? (entry) => entry : (entry) => ({ ...entry, pairs: entry.words.map((word) => word.key) });
    const hits = data.articles
      .map((entry) => ({ article: entry.article, found: best(source(entry), wanted, asked.length) }))
      .filter((each) => each.found)
      .sort((a, b) => b.found.score - a.found.score || (a.article.id < b.article.id ? -1 : 1));
    results.replaceChildren(...hits.slice(0, MOST).map((each) => row(each, data.quotes)));
    status.textContent = hits.length
      ? count(data.articles.length, "{1} of {0} article", "{1} of {0} articles", hits.length)
      : count(data.articles.length, "The only article does not print these words.", "None of {0} articles prints these words.");
    history.replaceState(null, "", `#words=${encodeURIComponent(field.value)}`);
  };

  button.disabled = false;
  status.textContent = say("Nothing you paste leaves your browser.");
  form.addEventListener("submit", find);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
  const given = location.hash.match(/^#words=(.*)$/);
  if (given) {
    field.value = decodeURIComponent(given[1]);
    form.requestSubmit();
  }
})();
