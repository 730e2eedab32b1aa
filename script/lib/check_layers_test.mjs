// A checker that never complains is worth nothing: each test plants one sample and says what must be said about it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const checker = join(dirname(fileURLToPath(import.meta.url)), "check_layers.mjs");

function check(files) {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return execFileSync(process.execPath, [checker, "--root", root], { encoding: "utf8" });
  } catch (error) {
    assert.equal(error.status, 1);
    return error.stdout;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const bad = (name, files, expected) => test(`refuses ${name}`, () => assert.match(check(files), expected));
const good = (name, files) => test(`accepts ${name}`, () => assert.match(check(files), /, 0 breaches/));

bad("the domain knowing an adapter", { "src/domain/a.hpp": '#include "rule/client.hpp"\n' },
  /^src\/domain\/a\.hpp:1: domain must not include rule/m);
bad("adapters knowing each other", { "src/sitoo/events/a.cpp": '\n#include "rule/client.hpp"\n' },
  /^src\/sitoo\/events\/a\.cpp:2: sitoo\/events must not include rule/m);
bad("one version of a contract knowing the other", { "src/sitoo/spi/v1/a.cpp": '#include "sitoo/spi/v2/wire.hpp"\n' },
  /sitoo\/spi\/v1 must not include sitoo\/spi\/v2/);
bad("what is for tests in the product", { "src/app/a.cpp": '#include "testing/fakes.hpp"\n' },
  /app must not include testing/);
bad("the sandbox sharing the client it tests", { "sandbox/rule/a.cpp": '#include "rule/client.hpp"\n' },
  /sandbox must not include rule/);
bad("Beast outside http", { "src/app/a.cpp": "#include <boost/beast/http.hpp>\n" }, /boost\/beast belongs in http/);
bad("curl outside http", { "src/rule/a.cpp": "#include <curl/curl.h>\n" }, /curl\/ belongs in http/);
bad("SQLite outside its store", { "src/outbox/a.cpp": "# include <sqlite3.h>\n" }, /sqlite3\.h belongs in store\/sqlite/);
bad("an include that is not relative to src", { "src/app/a.cpp": '#include "a.hpp"\n' }, /write includes relative to src/);
bad("angle brackets as a way around", { "src/domain/a.hpp": "#include <app/a.hpp>\n", "src/app/a.hpp": "" },
  /domain must not include app/);
bad("a directory nobody listed", { "src/util/a.hpp": "" }, /src\/util\/a\.hpp: its directory is not in/);
bad("a file of 401 lines", { "src/app/a.cpp": "\n".repeat(401) }, /src\/app\/a\.cpp: 401 lines, more than 400/);

good("a file of 400 lines", { "src/app/a.cpp": "\n".repeat(400) });
good("what the rule allows", {
  "src/sitoo/spi/v1/a.cpp": '#include "sitoo/spi/v1/a.hpp"\n#include "sitoo/order/order_wire.hpp"\n#include "app/find.hpp"\n#include <vector>\n',
  "src/http/server.cpp": "#include <boost/beast/core.hpp>\n#include <curl/curl.h>\n",
  "src/main/compose.cpp": '#include "rule/client.hpp"\n#include "store/sqlite/contacts.hpp"\n',
});
good("a fake and a real store in a unit test",
  { "src/app/a_test.cpp": '#include "testing/fakes.hpp"\n#include "store/sqlite/store.hpp"\n' });
good("what tests of one layer share",
  { "src/rule/fake_rule.hpp": '#include "testing/run.hpp"\n', "src/rule/channel_fixture.hpp": '#include "testing/run.hpp"\n' });
good("the sandbox's own files", { "sandbox/rule/a.hpp": "", "sandbox/a.cpp": '#include "rule/a.hpp"\n#include "sandbox/rule/a.hpp"\n' });
