// Presses the one button of a page that only leads on. Without it, people press it themselves.
document.querySelector("form[data-go-on]")?.requestSubmit();
