// Keeps what someone writes as a draft, two seconds after they stop. The button "Go on" saves it all the same.
const WAIT = 2000;
const RETRY = 15000;

function fill(text, time) {
  return text.replace('{time}', time);
}

function clock() {
  const time = new Date().toTimeString().slice(0, 5);
  return document.documentElement.lang === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

function keep(form) {
  const status = form.querySelector('[data-saved]') ?? document.querySelector('[data-saved]');
  let timer = 0;
  let last = '';

  function say(text) {
    if (!status) return;
    let line = status.querySelector('span');
    if (!line) {
      line = document.createElement('span');
      status.append(line);
    }
    if (line.textContent !== text) line.textContent = text;
  }

  async function save() {
    const draft = new FormData(form);
    for (const [name, value] of [...draft]) if (value instanceof File) draft.delete(name);
    const now = new URLSearchParams(draft).toString();
    if (now === last) return;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: new URLSearchParams(draft),
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        keepalive: true,
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      last = now;
      const kind = answer.headers.get('Content-Type') ?? '';
      const saved = kind.includes('json') ? (await answer.json()).saved : '';
      say(fill(status?.dataset.savedText ?? '', saved || clock()));
    } catch {
      say(status?.dataset.failedText ?? '');
      timer = setTimeout(save, RETRY);
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  }

  let leaving = false;
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', () => { leaving = true; clearTimeout(timer); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && !leaving) { clearTimeout(timer); save(); } });
  last = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
}

for (const form of document.querySelectorAll('form[data-autosave]')) keep(form);
