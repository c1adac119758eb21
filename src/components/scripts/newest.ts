/** Where a chart is wider than the screen, begins at its newest end. */

for (const chart of document.querySelectorAll('[data-newest]')) chart.scrollLeft = chart.scrollWidth
