-- wrk: the card of random customers by SPI v2, or with `history` their purchases.
-- Arguments after `--`: the base64 of user:password, number of customers, "card" or "history", and for the latter a file
-- with a contact id a line. The rule of who is who is bench/fill.cpp's.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

local customers, kind, head
local ids = {}

function init(args)
  customers = tonumber(args[2])
  kind = args[3]
  if kind == "history" then
    for line in io.lines(args[4]) do ids[#ids + 1] = line end
  end
  math.randomseed(os.time() * 100 + number)
  head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " .. args[1] .. "\r\nAccept: application/json\r\n\r\n"
end

function request()
  if kind == "history" then
    return "GET /sitoo/v2/customers/" .. ids[math.random(#ids)] .. "/transactions" .. head
  end
  local i = math.random(0, customers - 1)
  return string.format("GET /sitoo/v2/customers?key_type=mobile&key=%%2B4670%07d", i * 7654321 % 10000000) .. head
end
