/**
 * Importing this keeps the runtime of the model from looking up its maker's server and from writing into the user's folders, as onnxruntime 1.30 does unless this stands
 * in the environment when it is loaded. A worker's `process.env` is a copy that native code does not see, so the main thread has to import it, before any model is opened.
 */
process.env.ORT_DISABLE_TELEMETRY = "1";
