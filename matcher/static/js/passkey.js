// Lets the browser make or show a passkey, and sends what its device answers along with the form.
// Each press asks anew what is to be signed: nothing is asked of the server before somebody presses.
const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

function bytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
}

function written(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (each) => String.fromCharCode(each)).join('');
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function understood(options) {
  const named = (list) => list?.map((each) => ({ ...each, id: bytes(each.id) }));
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ['allowCredentials', 'excludeCredentials']) {
    if (asked[list]) asked[list] = named(asked[list]);
  }
  return asked;
}

function told({ id, rawId, type, response }) {
  const parts = PARTS.filter((each) => response[each]).map((each) => [each, written(response[each])]);
  const answer = Object.fromEntries(parts);
  if (response.getTransports) answer.transports = response.getTransports();
  return JSON.stringify({ id, rawId: written(rawId), type, response: answer });
}

async function ask(form) {
  const answer = await fetch(form.dataset.ask, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (answer.redirected) { // to a page where something else comes first
    location.assign(answer.url);
    return null;
  }
  const said = await answer.json();
  if (!answer.ok) throw new Error('refused', { cause: said.says });
  return said;
}

function reason(form, error) {
  if (error.cause) return error.cause;
  if (error.name === 'InvalidStateError') return form.querySelector('[data-known]').textContent;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return form.querySelector('[data-stopped]').textContent;
  return form.querySelector('[data-failed]').textContent;
}

async function go(form) {
  const says = form.querySelector('[data-says]');
  const button = form.querySelector('button');
  says.hidden = true;
  button.disabled = true;
  try {
    const options = await ask(form);
    if (!options) return;
    const publicKey = understood(options);
    const { credentials } = navigator;
    const made = form.dataset.passkey === 'make';
    const credential = made ? await credentials.create({ publicKey }) : await credentials.get({ publicKey });
    form.elements.answer.value = told(credential);
    form.submit();
  } catch (error) {
    says.textContent = reason(form, error);
    says.hidden = false;
    button.disabled = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      go(form);
    });
    addEventListener('pageshow', () => { form.querySelector('button').disabled = false; }); // on the way back
  }
  for (const told of document.querySelectorAll('[data-without-passkeys]')) told.hidden = true;
}
