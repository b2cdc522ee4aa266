/** What the mutation run tests with. What takes long comes last: a mutant is done with at the first test that fails. */
import { tests as all } from './collect';
import '../conformance/cases.test';
import '../go/exec.test';
import '../go/fmt.test';
import '../go/fmt-access.test';
import '../go/funcs.test';
import '../go/calls.test';
import '../go/exec-errors.test';
import '../go/parse-errors.test';
import '../go/lex.test';
import '../go/sink.test';
import '../go/escape.test';
import '../go/json-encode.test';
import '../go/parse.test';
import '../go/parse-loose.test';
import '../go/robust.test';

/** Nesting a hundred thousand deep takes seconds, and finds no mutant that two hundred deep does not find. */
const massive = /nested without end|nesting|by default too|any mix of words/;

/** All tests but those of sheer mass. */
export const tests = all.filter((test) => !massive.test(test.id));
