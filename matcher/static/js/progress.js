// Asks how far a job is, and shows it in place. When it is done the page loads anew, to say what came of it.
// What somebody typed or ticked meanwhile is put back where it stood. Without a script the page asks again by itself.
const EVERY = 1500;
const KEPT = 'kept';
const FIELDS = 'form :is(input:not([type=hidden], [type=password], [type=file]), select, textarea)';

function isTicked(field) {
  return field.matches('[type=checkbox], [type=radio]');
}

function nameOf(field) {
  return JSON.stringify([field.name, field.id, isTicked(field) ? field.value : '']);
}

function isChanged(field) {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return field.value !== field.defaultValue;
}

function keep() {
  const changed = [...document.querySelectorAll(FIELDS)].filter(isChanged);
  const fields = changed.map((field) => [nameOf(field), isTicked(field) ? field.checked : field.value]);
  sessionStorage.setItem(KEPT, JSON.stringify({ page: location.href, fields }));
}

function giveBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== location.href) return;
  const fields = new Map(kept.fields);
  for (const field of document.querySelectorAll(FIELDS)) {
    const value = fields.get(nameOf(field));
    if (value === undefined) continue;
    if (isTicked(field)) field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

async function look(job) {
  let next = null;
  try {
    const answer = await fetch(job.dataset.progress, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      next = page.querySelector('.job');
    }
  } catch {
    // The line dropped. We ask again.
  }
  if (next && !next.dataset.progress) {
    keep();
    location.reload();
    return;
  }
  if (next) show(job, next);
  setTimeout(() => look(job), document.hidden ? EVERY * 4 : EVERY);
}

function show(job, next) {
  const bar = job.querySelector('progress');
  const now = next.querySelector('progress');
  bar.value = now.value;
  bar.textContent = now.textContent;
  const status = job.querySelector('[role=status]');
  const said = next.querySelector('[role=status]').textContent;
  if (status.textContent !== said) status.textContent = said;
}

for (const job of document.querySelectorAll('[data-progress]')) setTimeout(() => look(job), EVERY);
giveBack();
