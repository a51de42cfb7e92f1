// SPDX-License-Identifier: MIT
// Comes before the page's own scripts and keeps hold of the memory of its WebAssembly.
//
//   wasmBytes()   how large it is now
{
  const { instantiateStreaming } = WebAssembly;
  let memory = null;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    const isMemory = (each) => each instanceof WebAssembly.Memory;
    memory = Object.values(made.instance.exports).find(isMemory) ?? memory;
    return made;
  };
  window.wasmBytes = () => memory.buffer.byteLength;
}
