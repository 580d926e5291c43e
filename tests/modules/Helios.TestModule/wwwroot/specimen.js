document.documentElement.dataset.specimens = "here";
