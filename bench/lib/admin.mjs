// Calls of the sandbox's switches and of Kassabro's admin API.
import fs from "node:fs";
import http from "node:http";

export function send(port, method, path, body, headers = {}) {
  const content = typeof body === "string" || Buffer.isBuffer(body) ? body : body === undefined ? "" : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = http.request(
      { host: "127.0.0.1", port, path, method, agent: false, headers: { "Content-Length": Buffer.byteLength(content), ...headers } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("end", () =>
          answer.statusCode < 300 ? resolve(text ? JSON.parse(text) : null) : reject(new Error(`${path}: ${answer.statusCode} ${text}`)),
        );
      },
    );
    call.on("error", reject);
    call.end(content);
  });
}

// The admin API of the server on a data folder.
export function adminOf(folder) {
  const token = fs.readFileSync(`${folder}/admin.token`, "utf8").trim();
  const [address] = fs.readFileSync(`${folder}/kassabro.lock`, "utf8").split("\n"); // its settings follow
  const port = Number(address.split(":").at(-1));
  return (method, path, body) => send(port, method, `/api/v1${path}`, body, { Authorization: `Bearer ${token}` });
}
