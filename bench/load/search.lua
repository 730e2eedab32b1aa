-- wrk: searches random customers, a third each by E.164 phone, national phone and e-mail.
-- Arguments after `--`: token, number of customers. The rule of who is who is bench/fill.cpp's.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

local token, customers, head

function init(args)
  token = args[1]
  customers = tonumber(args[2])
  math.randomseed(os.time() * 100 + number)
  head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " .. token .. "\r\nAccept: application/json\r\n\r\n"
end

-- The whole request is written here: wrk.format() would cost the two cores more than nginx does.
function request()
  local i = math.random(0, customers - 1)
  local kind = math.random(3)
  local key
  if kind == 1 then
    key = string.format("%%2B4670%07d", i * 7654321 % 10000000)
  elseif kind == 2 then
    key = string.format("070%07d", i * 7654321 % 10000000)
  else
    key = string.format("customer%d%%40shop%d.example", i, i % 97)
  end
  return "GET /sitoo/v1/contacts?key=" .. key .. head
end
