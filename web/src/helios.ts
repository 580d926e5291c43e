import '@hotwired/turbo'; document.documentElement.toggleAttribute('data-ready', true);
