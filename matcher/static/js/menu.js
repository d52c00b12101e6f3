// The menu of a phone closes with Escape, and when one taps beside it. Without a script its own button closes it.
const menus = [...document.querySelectorAll('details.menu')];

document.addEventListener('keydown', (event) => {
  const open = event.key === 'Escape' && menus.find((one) => one.open);
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});

document.addEventListener('click', (event) => {
  for (const one of menus) if (!one.contains(event.target)) one.open = false;
});
