// Finds topics by typing, in both languages and by other words for them, and shows the chosen ones as chips.
// The checkboxes of the page stay what is sent; without a script they are all there is, and enough.
const MOST = 8;

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function rank(topic, query) {
  const words = topic.found;
  if (topic.plain.startsWith(query)) return 0;
  if (topic.plain.split(/[\s/,-]+/).some((word) => word.startsWith(query))) return 1;
  if (words.some((word) => word.startsWith(query))) return 2;
  if (words.some((word) => word.split(/\s+/).some((part) => part.startsWith(query)))) return 3;
  if (topic.plain.includes(query) || words.some((word) => word.includes(query))) return 4;
  return -1;
}

function chip(text, more, kind, icon) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `chip ${kind}`;
  button.append(`${text} `);
  if (icon) button.append(icon.cloneNode(true));
  const hidden = document.createElement('span');
  hidden.className = 'visually-hidden';
  hidden.textContent = more;
  button.append(hidden);
  item.append(button);
  return [item, button];
}

function pick(set) {
  const topics = [...set.querySelectorAll('[data-topic]')].map((box) => ({
    box,
    label: box.dataset.topic,
    plain: plain(box.dataset.topic),
    words: box.dataset.words.split(';').map((word) => word.trim()).filter(Boolean),
    found: plain(box.dataset.words).split(';').map((word) => word.trim()).filter(Boolean),
  }));
  const combo = set.querySelector('[data-topics-search]');
  const input = combo.querySelector('[role=combobox]');
  const list = combo.querySelector('[role=listbox]');
  const status = combo.querySelector('[data-topics-status]');
  const chosen = set.querySelector('[data-topics-chosen]');
  const none = chosen.querySelector('[data-topics-none]');
  const suggested = set.querySelector('[data-topics-suggested]');
  const cross = set.querySelector('[data-cross] svg');
  const plus = set.querySelector('[data-plus] svg');
  let shown = [];
  let at = -1;

  function say(text) {
    status.textContent = text;
  }

  function put(topic, on) {
    topic.box.checked = on;
    topic.box.dispatchEvent(new Event('change', { bubbles: true }));
    say((on ? set.dataset.added : set.dataset.removed).replace('{topic}', topic.label));
  }

  function draw() {
    const own = topics.filter((topic) => topic.box.checked);
    chosen.querySelector('ul').replaceChildren(...own.map((topic) => {
      const [item, button] = chip(topic.label, set.dataset.remove, `chip-chosen chip-${set.dataset.side}`, cross);
      button.addEventListener('click', () => { put(topic, false); input.focus(); });
      return item;
    }));
    none.hidden = own.length > 0;
    if (!suggested) return;
    const keys = suggested.dataset.topicsSuggested.split(' ');
    const fits = topics.filter((topic) => keys.includes(topic.box.value) && !topic.box.checked);
    suggested.querySelector('ul').replaceChildren(...fits.map((topic) => {
      const [item, button] = chip(topic.label, '', 'chip-add', plus);
      button.addEventListener('click', () => { put(topic, true); input.focus(); });
      return item;
    }));
    suggested.hidden = fits.length === 0;
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  }

  function move(to) {
    at = (to + shown.length) % shown.length;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    input.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  }

  function choose(topic) {
    put(topic, true);
    input.value = '';
    close();
    input.focus();
  }

  function option(topic, query, i) {
    const item = document.createElement('li');
    item.id = `${list.id}-${i}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.append(topic.label);
    const by = topic.plain.includes(query) ? null : topic.words.find((_, n) => topic.found[n].includes(query));
    if (by) {
      const more = document.createElement('span');
      more.className = 'meta';
      more.textContent = ` ${by}`;
      item.append(more);
    }
    item.addEventListener('mousedown', (event) => { event.preventDefault(); choose(topic); });
    return item;
  }

  function find() {
    const query = plain(input.value.trim());
    if (!query) { close(); say(''); return; }
    shown = topics.filter((topic) => !topic.box.checked)
      .map((topic) => [rank(topic, query), topic])
      .filter(([score]) => score >= 0)
      .sort(([a, one], [b, other]) => a - b || one.label.localeCompare(other.label))
      .slice(0, MOST)
      .map(([, topic]) => topic);
    list.replaceChildren(...shown.map((topic, i) => option(topic, query, i)));
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(shown.length > 0));
    if (shown.length === 0) say(set.dataset.foundNone);
    else say(shown.length === 1 ? set.dataset.foundOne : set.dataset.foundSome.replace('{count}', shown.length));
  }

  input.addEventListener('input', find);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden && shown.length > 0;
    if (event.key === 'ArrowDown') { event.preventDefault(); if (open) move(at + 1); else find(); }
    else if (event.key === 'ArrowUp' && open) { event.preventDefault(); move(at < 0 ? shown.length - 1 : at - 1); }
    else if (event.key === 'Enter') { event.preventDefault(); if (open) choose(shown[Math.max(at, 0)]); }
    else if (event.key === 'Escape' && open) { event.preventDefault(); close(); }
  });
  set.addEventListener('change', draw);
  for (const group of set.querySelectorAll('[data-topic-group]')) group.open = false;
  chosen.hidden = false;
  combo.hidden = false;
  draw();
}

for (const set of document.querySelectorAll('[data-topics]')) pick(set);
