/** 0: all inputs were read. 1: some could not be read, each named on standard error. 2: the command was wrong. */
export type ExitStatus = 0 | 1 | 2;
