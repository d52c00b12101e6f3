// For people who review many pairs: choose all, a count in the buttons, and keys. j and k move, x chooses, a, r, l and u press the
// buttons of the row (or only go to them, where the table does not say `acts`), Enter opens it, / goes to the search, ? shows the keys.
// Only while the focus is in the table, so that single keys never surprise anyone elsewhere.
const table = document.querySelector('[data-review]');
const rows = table ? [...table.tBodies[0].rows] : [];
const bar = document.querySelector('[data-bulkbar]');
const elsewhere = Number(bar?.dataset.elsewhere ?? 0);
const all = table?.querySelector('[data-choose-all]');
let at = -1;

function box(row) {
  return row.querySelector('input[type=checkbox]');
}

function boxes() {
  return rows.map(box).filter(Boolean);
}

function go(to) {
  if (to < 0 || to >= rows.length) return;
  rows[at]?.classList.remove('is-current');
  at = to;
  rows.forEach((row, i) => { row.tabIndex = i === at ? 0 : -1; });
  rows[at].classList.add('is-current');
  rows[at].focus();
}

function count() {
  for (const row of rows) row.classList.toggle('is-chosen', Boolean(box(row)?.checked));
  const here = boxes().filter((one) => one.checked).length;
  const chosen = here + elsewhere;
  if (all) {
    const input = all.querySelector('input');
    input.checked = here > 0 && here === boxes().length;
    input.indeterminate = here > 0 && here < boxes().length;
  }
  if (!bar) return;
  const output = bar.querySelector('[data-chosen]');
  output.textContent = output.dataset.chosen.replace('{count}', chosen);
  for (const button of bar.querySelectorAll('[data-count-text]')) {
    button.textContent = button.dataset.countText.replace('{count}', chosen);
    button.disabled = chosen === 0;
  }
}

function press(...names) {
  const wanted = names.map((name) => `button[name="${name}"]`).join(',');
  const button = rows[at]?.querySelector(wanted);
  button?.focus();
  if (!button || table.dataset.review !== 'acts') return;
  const next = rows[at + 1] ?? rows[at - 1];
  if (next) sessionStorage.setItem('review', next.id.split('.')[0]);
  button.click();
}

// After a decision the page loads anew: the next proposal is at hand at once.
function goOn() {
  const wanted = sessionStorage.getItem('review');
  sessionStorage.removeItem('review');
  const place = wanted ? rows.findIndex((row) => row.id.split('.')[0] === wanted) : -1;
  if (place >= 0) go(place);
}

function choose() {
  const one = rows[at] && box(rows[at]);
  if (!one) return;
  one.checked = !one.checked;
  count();
}

const keys = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  x: choose,
  a: () => press('approve'),
  r: () => press('reject'),
  l: () => press('lock', 'unlock'),
  u: () => press('undo'),
  '/': () => document.querySelector('[role=search] input[type=search]')?.focus(),
  '?': () => document.querySelector('dialog#keys')?.showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input:not([type=checkbox]), select, textarea')) return;
  if (event.key === 'Enter' && event.target === rows[at]) rows[at].querySelector('[data-open]')?.click();
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

if (rows.length) {
  rows.forEach((row, i) => {
    row.tabIndex = i === 0 ? 0 : -1;
    row.addEventListener('focusin', () => { if (at !== i) { rows[at]?.classList.remove('is-current'); at = i; row.classList.add('is-current'); } });
  });
  table.addEventListener('keydown', onKey);
  table.addEventListener('change', (event) => {
    if (all?.contains(event.target)) for (const one of boxes()) one.checked = event.target.checked;
    count();
  });
  if (all) all.hidden = false;
  count();
  goOn();
}
