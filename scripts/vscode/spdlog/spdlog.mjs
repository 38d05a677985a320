// Stands in for the native module that VS Code writes its logs with, which would have to be compiled. Without one, every output
// channel of an extension stays empty.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

/** There is no buffer to flush. */
export function setFlushOn() {}

/**
 * @param {string} _name
 * @param {string} file
 */
export async function createAsyncRotatingLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  // There at once, empty or not: VS Code knows no channel without its file.
  appendFileSync(file, '');
  return new Logger(file);
}

class Logger {
  #level = levels.indexOf('info');
  #raw = false;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  trace(message) { this.#write(0, message); }
  debug(message) { this.#write(1, message); }
  info(message) { this.#write(2, message); }
  warn(message) { this.#write(3, message); }
  error(message) { this.#write(4, message); }
  critical(message) { this.#write(5, message); }

  /** @param {number} level */
  setLevel(level) { this.#level = level; }
  clearFormatters() { this.#raw = true; }
  /** The one pattern that VS Code asks for is the one written below. */
  setPattern() {}
  flush() {}
  drop() {}

  /**
   * @param {number} level
   * @param {string} message
   */
  #write(level, message) {
    if (level >= this.#level) {
      const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
      appendFileSync(this.file, this.#raw ? message : `${time} [${levels[level]}] ${message}\n`);
    }
  }
}
