import ipaddr from "ipaddr.js";

/**
 * Says of an IP address, in any of its notations, whether it is one of the public internet: not of this machine, a private or local network, a
 * shared carrier network, a test or reserved range, nor an IPv6 form that wraps an IPv4 address of those. What is no IP address is not public.
 */
export function isPublicAddress(written: string): boolean {
  if (!ipaddr.isValid(written)) return false;
  const address = ipaddr.parse(written);
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) {
    return address.toIPv4Address().range() === "unicast";
  }
  return address.range() === "unicast" && !(address instanceof ipaddr.IPv6 && isCompatible(address));
}

/** `::127.0.0.1`, the old way to write an IPv4 address as IPv6. */
function isCompatible(address: ipaddr.IPv6): boolean {
  return address.parts.slice(0, 6).every((part) => part === 0);
}
