import { ErrorCode } from "@modelcontextprotocol/sdk/types.js";

/** A request that the protocol answers with an error: its code, and a sentence that says what is wrong. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** The protocol's code for what is not there. */
export const notFound = -32_002;

/** Thrown where arguments are wrong. */
export class WrongArguments extends Fault {
  constructor(message: string) {
    super(ErrorCode.InvalidParams, message);
  }
}
