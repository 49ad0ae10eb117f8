/* What a script adds to pages that are whole without it: a card on marked quotes, copy buttons,
   filters on the lists, keys j and k. Nothing here asks another host. */
"use strict";

/* The interface's words in the site's language, which a page carries where that is not English.
   `say` fills in values; a message with several forms takes the one that goes with the first of them. */
const variorum = (() => {
  const given = document.getElementById("v-words");
  const words = given ? JSON.parse(given.textContent) : {};
  const rules = new Intl.PluralRules(given ? document.documentElement.lang : "en");
  const say = (message, ...values) => {
    const forms = words[message];
    const form = forms === undefined || typeof forms === "string" ? forms : forms[rules.select(Number(values[0]))] || forms.other;
    return (form || message).replace(/\{(\d)\}/g, (_, place) => values[place]);
  };
  /* English has its own word for one thing. */
  const count = (number, one, other, ...values) => (number === 1 && !words[other] ? say(one, number, ...values) : say(other, number, ...values));
  return { say, count };
})();

(() => {
  const { say } = variorum;
  const search = document.querySelector(".md-search");
  if (search) search.setAttribute("aria-label", say("Search"));

  const page = document.querySelector(".v-page");
  if (!page) return;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  /* ------------------------------------------------- copy link, citation */
  const said = (quote) => {
    const group = quote.closest(".v-speaker");
    const name = group && group.querySelector("h3");
    const denied = quote.classList.contains("v-quote--denied") ? `[${say("denied")}] ` : "";
    const kicker = page.querySelector(".v-kicker");
    const words = quote.querySelector(".v-words").textContent.trim();
    const marked = quote.classList.contains("v-quote--indirect") ? words : `“${words}”`;
    const who = name ? name.firstChild.textContent.trim() : "";
    const where = kicker ? kicker.textContent.replace(/\s+/g, " ").trim() : document.title;
    const stand = page.querySelector(".v-stand");
    const commit = stand ? ` (${say("commit {0}", stand.dataset.commit)})` : "";
    return `${denied}${marked} — ${who}; ${page.querySelector("h1").textContent.trim()}. ${where}. ${address(quote)}${commit}`;
  };
  const address = (quote) => `${location.href.split("#")[0]}#${quote.id}`;
  const status = make("div", "v-sr");
  status.setAttribute("role", "status");
  page.append(status);
  const copier = (label, text) => {
    const button = make("button", "v-copy", label);
    button.type = "button";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = say("copied");
      status.textContent = `${label}: ${say("copied")}`;
      setTimeout(() => { button.textContent = label; }, 1500);
    });
    return button;
  };
  for (const quote of page.querySelectorAll(".v-article .v-quote[id]")) {
    const meta = quote.querySelector(".v-meta");
    if (navigator.clipboard) {
      const copies = make("span", "v-copies");
      copies.append(copier(say("copy link"), () => address(quote)), copier(say("copy citation"), () => said(quote)));
      meta.append(copies);
    }
  }

  /* ------------------------------------------------ card on marked quotes */
  const card = make("div", "v-card");
  card.setAttribute("role", "tooltip");
  card.id = "v-card";
  card.hidden = true;
  page.append(card);
  const hide = () => { card.hidden = true; };
  const show = (mark) => {
    const quote = document.getElementById(mark.dataset.quote || mark.hash.slice(1));
    if (!quote) return;
    const group = quote.closest(".v-speaker").querySelector("h3").cloneNode(true);
    const meta = quote.querySelector(".v-meta").cloneNode(true);
    for (const extra of meta.querySelectorAll(".v-copies, .v-permalink, .v-number")) extra.remove();
    const chip = quote.querySelector(".v-chip");
    const elsewhere = quote.querySelector(".v-elsewhere");
    const who = make("p", "v-card__who");
    who.append(...group.childNodes);
    card.replaceChildren(who, ...(chip ? [chip.cloneNode(true)] : []), meta);
    if (elsewhere) card.append(elsewhere.cloneNode(true));
    card.hidden = false;
    const box = mark.getClientRects()[0];
    const frame = page.getBoundingClientRect();
    const left = Math.min(box.left - frame.left, frame.width - card.offsetWidth);
    card.style.left = `${Math.max(0, left)}px`;
    const below = mark.getBoundingClientRect().bottom;
    card.style.top = `${below - frame.top + 8}px`;
  };
  let timer = 0;
  for (const mark of page.querySelectorAll(".v-mark, .v-ref")) {
    mark.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") { clearTimeout(timer); timer = setTimeout(show, 180, mark); }
    });
    mark.addEventListener("pointerleave", () => { clearTimeout(timer); timer = setTimeout(hide, 250); });
    if (mark.matches(".v-ref")) {
      mark.addEventListener("focus", () => show(mark));
      mark.addEventListener("blur", hide);
    } else {
      mark.addEventListener("click", () => show(mark));
    }
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => { if (!event.target.closest(".v-mark, .v-card")) hide(); });

  /* ------------------------------------------- keys: next and previous place */
  const stops = [...page.querySelectorAll(".v-article .v-quote[id], .v-row--meaning, .v-row--wording")];
  document.addEventListener("keydown", (event) => {
    if (!"jk".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || !stops.length) return;
    const here = stops.indexOf(document.activeElement);
    const next = here < 0
      ? stops.findIndex((stop) => stop.getBoundingClientRect().top > 90)
      : here + (event.key === "j" ? 1 : -1);
    const stop = stops[Math.max(0, Math.min(stops.length - 1, next))];
    stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  });

  /* --------------------------------------------------------- filter a list */
  const rows = [...page.querySelectorAll(".v-browse .v-item, .v-browse tbody tr")];
  if (rows.length > 3) {
    const box = make("p", "v-filter");
    const label = make("label", "", `${say("Filter")} `);
    const input = make("input", "v-input");
    input.type = "search";
    input.setAttribute("aria-describedby", "v-found");
    const found = make("span", "v-muted");
    found.id = "v-found";
    found.setAttribute("role", "status");
    label.append(input);
    box.append(label, found);
    page.querySelector(".v-head").append(box);
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) left += 1;
      }
      found.textContent = words.length ? ` ${say("{0} of {1}", left, rows.length)}` : "";
    });
  }
})();
