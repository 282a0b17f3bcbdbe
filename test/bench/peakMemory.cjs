// Loaded before a program: says at its end how many megabytes it had in memory at the most.
process.on('exit', () => console.error(`peak: ${Math.round(process.resourceUsage().maxRSS / 1024)}`));
