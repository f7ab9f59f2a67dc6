import loadWabt from 'wabt';

/** The text of a TypeScript module that holds the WebAssembly made from `wat`, in hexadecimal. */
export async function kernelModule(wat: string): Promise<string> {
  const wabt = await loadWabt();
  const module = wabt.parseWat('multiply.wat', wat, { simd: true });
  try {
    module.validate();
    const { buffer } = module.toBinary({});
    return (
      `// Made by scripts/pack-kernel.ts from multiply.wat. Do not edit.\n` +
      `// prettier-ignore\nexport const multiplyBinary = '${Buffer.from(buffer).toString('hex')}';\n`
    );
  } finally {
    module.destroy();
  }
}
