// The only script of this site, on this page alone. It asks the index in pagefind/, which Pagefind made
// of these pages, and sends to nobody what is typed.
const place = document.getElementById("search");
const words = place.dataset;
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const hash = "#q=";

// Words found stand in `mark`; whatever else an excerpt holds becomes text.
const marked = (html) =>
  [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);

const link = (to, text) => make("a", { href: to, textContent: text });

const entry = (page) => {
  const item = make("li", {});
  const heading = make("h3", {});
  heading.append(link(page.url, page.meta.title));
  const text = make("p", {});
  text.append(...marked(page.excerpt), " …");
  item.append(heading, text);
  const below = make("p", {});
  if (page.meta.part) below.append(page.meta.part);
  for (const part of page.sub_results.filter((part) => part.url !== page.url).slice(0, 3))
    below.append(below.hasChildNodes() ? " · " : "", link(part.url, part.title));
  if (below.hasChildNodes()) item.append(below);
  return item;
};

const start = async () => {
  const index = await import("../pagefind/pagefind.js");
  // On this page its policy holds the search to this site; a worker would have none.
  await index.options({ noWorker: true });
  await index.init();

  const list = document.getElementById("found");
  const input = make("input", { id: "query", type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  const label = make("label", { htmlFor: input.id, textContent: words.label });
  const state = make("p", { role: "status" });
  const button = make("button", { type: "button", textContent: words.more, hidden: true });
  const box = make("div", { role: "search" });
  box.append(label, input);
  let results = [], shown = 0, turn = 0;

  const more = async () => {
    const mine = turn;
    const pages = await Promise.all(results.slice(shown, shown + 10).map((result) => result.data()));
    if (mine !== turn) return;
    const entries = pages.map(entry);
    list.append(...entries);
    shown += entries.length;
    button.hidden = shown >= results.length;
    return entries[0];
  };

  const unsearched = document.getElementById("unsearched");
  const search = () => ask().catch(() => (unsearched.hidden = false));
  const ask = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    history.replaceState(null, "", query ? hash + encodeURIComponent(query) : location.pathname + location.search);
    const found = query ? (await index.search(query)).results : [];
    if (mine !== turn) return;
    [results, shown] = [found, 0];
    list.replaceChildren();
    list.closest("section").hidden = found.length === 0;
    state.textContent = found.length ? `${words.found} ${found.length}` : query ? words.none : "";
    await more();
  };

  const read = () => {
    if (!location.hash.startsWith(hash)) return;
    try { input.value = decodeURIComponent(location.hash.slice(hash.length)); } catch { return; }
    search();
  };

  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  button.addEventListener("click", async () => (await more())?.querySelector("a").focus());
  addEventListener("hashchange", read);
  for (const node of place.querySelectorAll("[hidden]")) node.hidden = false;
  unsearched.hidden = true;
  place.querySelector("h1").after(box, state);
  list.after(button);
  read();
  if (!input.value) input.focus();
};

// Where there is no index, the page stays what it is without scripts.
start().catch(() => {});
