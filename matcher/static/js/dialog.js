// Opens a native dialog instead of the page that asks the same. Escape and [data-close] leave everything as it was.
for (const opener of document.querySelectorAll('[data-dialog]')) {
  const dialog = document.getElementById(opener.dataset.dialog);
  if (!dialog) continue;
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  for (const button of dialog.querySelectorAll('[data-close]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      dialog.close();
    });
  }
}
