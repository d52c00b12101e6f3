// Light, dark, or whatever the device says. The choice is a cookie, so that the server writes it into the next page
// and nothing flickers. Without a script the device decides, and the buttons stay hidden.
const root = document.documentElement;
const group = document.querySelector('[data-themes]');
const buttons = group ? [...group.querySelectorAll('[data-theme-choice]')] : [];

function chosen() {
  return document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1] ?? 'device';
}

function show(choice) {
  if (choice === 'device') delete root.dataset.bsTheme;
  else root.dataset.bsTheme = choice;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice));
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const choice = button.dataset.themeChoice;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `theme=${choice}; Path=/; SameSite=Lax; Max-Age=${choice === 'device' ? 0 : 31536000}${secure}`;
    show(choice);
  });
}
show(chosen());
if (group) group.hidden = false;
