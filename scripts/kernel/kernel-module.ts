import loadWabt from 'wabt';

/** The text of a TypeScript module that holds the WebAssembly made from `wat`, in hexadecimal. */
export async function kernelModule(wat: string): Promise<string> {
  const wabt = await loadWabt();
  const module = wabt.parseWat('kernel.wat', wat, { simd: true });
  try {
    module.validate();
    const { buffer } = module.toBinary({});
    return (
      `// Made by scripts/pack-kernel.ts from kernel.wat. Do not edit.\n` +
      `// prettier-ignore\nexport const kernelBinary = '${Buffer.from(buffer).toString('hex')}';\n`
    );
  } finally {
    module.destroy();
  }
}
