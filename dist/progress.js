// src/cli/progress.ts
function showProgress(stream) {
	const started = performance.now();
	const seconds = () => `${((performance.now() - started) / 1e3).toFixed(1)} s`;
	if (!stream.isTTY) return {
		show: (stage, message) => void stream.write(`[${seconds()}] ${stage}: ${message}\n`),
		end: () => {}
	};
	let current = "";
	const draw = () => {
		const text = `${seconds().padStart(7)}  ${current}`;
		stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
	};
	const timer = setInterval(draw, 200);
	timer.unref();
	return {
		show(stage, message) {
			current = `${stage}: ${message}`;
			draw();
		},
		end() {
			clearInterval(timer);
			if (current !== "") stream.write("\r\x1B[2K");
			current = "";
		}
	};
}
export { showProgress as t };
