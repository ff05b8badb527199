/** Everything that a stream gives, in order. (`Array.fromAsync` came with Node 22.) */
export async function allOf<Item>(stream: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
