// For people who review sixty pairs: choose all, a count in the buttons, and keys. j and k move, x chooses, a, r, l and u go to the
// buttons of the row, Enter opens it. Only while the focus is in the table, so that single keys never surprise anyone elsewhere.
const table = document.querySelector('[data-review]');
const rows = table ? [...table.tBodies[0].rows] : [];
const bar = document.querySelector('[data-bulkbar]');
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
  const chosen = boxes().filter((one) => one.checked).length;
  if (all) {
    const input = all.querySelector('input');
    input.checked = chosen > 0 && chosen === boxes().length;
    input.indeterminate = chosen > 0 && chosen < boxes().length;
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
  rows[at]?.querySelector(wanted)?.focus();
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
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input:not([type=checkbox]), select, textarea')) return;
  if (event.key === 'Enter' && event.target === rows[at]) rows[at].querySelector('[data-open]')?.click();
  keys[event.key]?.();
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
}
