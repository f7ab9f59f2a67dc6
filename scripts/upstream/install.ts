import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './processes.ts';
import { vocabularyFile } from './vocabulary-file.ts';

export interface Installed {
  /** Of the environment in which llama-cpp-python is. */
  readonly python: string;
  readonly llamaServer: string;
  /** The folder with llama.cpp's libraries. */
  readonly libraries: string;
  /** The bundled model, converted. */
  readonly model: string;
}

const version = '0.3.36';
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Nothing that is not needed to answer, nothing that would be fetched while building. */
const options = [
  'CMAKE_BUILD_TYPE=Release',
  'LLAMA_BUILD_UI=OFF',
  'LLAMA_USE_PREBUILT_UI=OFF',
  'LLAMA_BUILD_TESTS=OFF',
  'LLAMA_BUILD_EXAMPLES=OFF',
  'LLAMA_BUILD_APP=OFF',
  'LLAMA_OPENSSL=OFF',
  'GGML_OPENMP=OFF',
].map((option) => `-D${option}`);

/**
 * Builds llama.cpp's own server, puts llama-cpp-python's on the same libraries, and converts the model: what is there already stays,
 * but for the model. Needs Python 3 with venv, cmake and a C++ compiler; the first time takes ten to twenty minutes on two cores.
 */
export async function install(folder: string, modelFolder: string): Promise<Installed> {
  await mkdir(folder, { recursive: true });
  const venv = join(folder, 'venv');
  const python = join(venv, 'bin', 'python');
  const source = join(folder, `llama_cpp_python-${version}`);
  const build = join(folder, `build-${version}`);
  const pip = (...args: string[]) => ({ command: python, args: ['-m', 'pip', '--quiet', ...args] });

  await once(folder, 'a Python environment', 'venv', async () => {
    await runToEnd({ command: 'python3', args: ['-m', 'venv', '--clear', venv] });
    await runToEnd(pip('install', 'gguf==0.19.0'));
  });
  await once(folder, 'llama.cpp: source', `source ${version}`, async () => {
    const archive = join(folder, `llama_cpp_python-${version}.tar.gz`);
    const only = ['--no-deps', '--no-binary', 'llama-cpp-python', '--require-hashes'];
    await runToEnd(pip('download', ...only, '-r', here('source.txt'), '-d', folder));
    await rm(source, { recursive: true, force: true });
    await runToEnd({ command: 'tar', args: ['-xzf', archive, '-C', folder] });
    await rm(archive);
  });
  await once(folder, 'llama.cpp: build', `build ${version}`, async () => {
    const from = join(source, 'vendor', 'llama.cpp');
    await runToEnd({ command: 'cmake', args: ['-S', from, '-B', build, ...options] });
    const jobs = String(availableParallelism());
    const target = ['--config', 'Release', '--target', 'llama-server', '--parallel', jobs];
    await runToEnd({ command: 'cmake', args: ['--build', build, ...target] });
  });
  await once(folder, 'llama-cpp-python', `package ${version}`, () =>
    // It finds the libraries by LLAMA_CPP_LIB_PATH, so they are built once for both.
    runToEnd({ ...pip('install', `${source}[server]`), env: { CMAKE_ARGS: '-DLLAMA_BUILD=OFF' } }),
  );

  const vocabulary = join(folder, 'vocabulary.json');
  const model = join(folder, 'tiny.gguf');
  await writeFile(vocabulary, vocabularyFile());
  const files = ['--model', modelFolder, '--vocabulary', vocabulary, '--to', `${model}.part`];
  await runToEnd({ command: python, args: [here('to_gguf.py'), ...files] });
  await rename(`${model}.part`, model);
  const bin = join(build, 'bin');
  return { python, llamaServer: join(bin, 'llama-server'), libraries: bin, model };
}

/** Notes in the folder what has been done, so that a second run is quick and one that was cut off begins again. */
async function once(folder: string, what: string, key: string, work: () => Promise<unknown>): Promise<void> {
  const list = join(folder, 'done.txt');
  const done = existsSync(list) ? (await readFile(list, 'utf8')).split('\n') : [];
  if (done.includes(key)) return;
  console.log(`· ${what}`);
  await work();
  await writeFile(list, [...done.filter((line) => line !== ''), key, ''].join('\n'));
}
