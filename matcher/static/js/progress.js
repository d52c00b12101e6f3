// Asks how far a job is, and shows it in place. When it is done the page loads anew, to say what came of it.
// Without a script the page asks again by itself.
const EVERY = 1500;

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
