-- Counts entries of which each is new and in time for all intervals, which is the rule; where one is not, nothing is done and
-- nothing given, and apply.lua is to look at them one by one. The entries come in the order of their timestamps, and what
-- they add up to is text already: what is left to do is to append it to the volumes of each bucket.
-- KEYS: head, for each minute its hash of counted entries, then for each bucket its volumes
-- ARGV: when the first of the entries was added, the largest timestamp, the price then, number of entries, milliseconds for
--   which a minute is kept; number of minutes, and of each the number of fields and these, each with the place of its
--   first mark and the marks from there on; number of texts and these; for each interval: milliseconds of a bucket,
--   buckets of a window, milliseconds after which an entry is too old, milliseconds for which a bucket is kept, the oldest
--   bucket's number, how many buckets, and of each the number of its text
-- Gives how often an entry was counted, was counted before, or was late: entries times intervals; then which of KEYS have
-- become so long that they should be folded.
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many fields go into a command; with their values fewer arguments than Lua passes on
local CHUNK = 1000
-- characters of volumes that are not worth folding
local SHORT = 8192

local at = 0
local function text()
  at = at + 1
  return ARGV[at]
end
local function number()
  return tonumber(text())
end

-- Calls a command with a list, piece by piece.
local function each(list, call)
  for from = 1, #list, CHUNK do
    call(from, math.min(from + CHUNK - 1, #list))
  end
end

-- Puts marks behind those that are there already, or among them; gives nothing if an entry has marks in both.
local function together(known, place, marks)
  if #known <= place then
    return known .. string.rep('\0', place - #known) .. marks
  end
  local both = { string.byte(known, 1, -1) }
  for i, mark in ipairs({ string.byte(marks, 1, -1) }) do
    local there = both[place + i] or 0
    if mark > 0 and there > 0 then
      return nil
    end
    both[place + i] = mark + there
  end
  return string.char(unpack(both))
end

-- Sets what the fields of a minute are to hold, and tells whether no entry is there already.
local function isNew(minute)
  local new = true
  each(minute.fields, function(from, to)
    for i, known in ipairs(redis.call('HMGET', minute.key, unpack(minute.fields, from, to))) do
      local field = from + i - 1
      local all = together(known or '', minute.places[field], minute.marks[field])
      new = new and all
      minute.marks[field] = all
    end
  end)
  return new
end

local added, timestamp, price, entries, longest = number(), number(), text(), number(), number()
local state = redis.call('HMGET', head, 'clock', 'price')
local before = tonumber(state[1] or '-1')
local clock = math.max(before, timestamp)

local minutes = {}
for i = 1, number() do
  local minute = { key = KEYS[1 + i], fields = {}, places = {}, marks = {} }
  for field = 1, number() do
    minute.fields[field], minute.places[field], minute.marks[field] = text(), number(), text()
  end
  if not isNew(minute) then
    return nil
  end
  minutes[i] = minute
end

local texts = {}
for i = 1, number() do
  texts[i] = text()
end

local buckets, intervals = {}, 0
while at < #ARGV do
  local millis, count, limit, kept, oldest, size = number(), number(), number(), number(), number(), number()
  intervals = intervals + 1
  if now - added > limit or oldest < math.floor(clock / millis) - count + 1 then
    return nil
  end
  for _ = 1, size do
    buckets[#buckets + 1] = { kept = kept, text = texts[number()] }
  end
end

-- Never sooner than another instance wants it, which may make longer intervals.
local function keep(key, millis)
  if redis.call('PTTL', key) < millis then
    redis.call('PEXPIREAT', key, now + millis)
  end
end

-- Whether most of a text has come since it was folded; what folding left is told in its first line.
local function isLong(key, length)
  return length > SHORT
    and length > 2 * tonumber(string.match(redis.call('GETRANGE', key, 0, 15), '^(%d+)\n') or '0')
end

for _, minute in ipairs(minutes) do
  each(minute.fields, function(from, to)
    local counted = {}
    for i = from, to do
      counted[#counted + 1] = minute.fields[i]
      counted[#counted + 1] = minute.marks[i]
    end
    redis.call('HSET', minute.key, unpack(counted))
  end)
  keep(minute.key, longest)
end

local reply = { entries * intervals, 0, 0 }
for i, bucket in ipairs(buckets) do
  local which = 1 + #minutes + i
  if isLong(KEYS[which], redis.call('APPEND', KEYS[which], bucket.text)) then
    reply[#reply + 1] = which
  end
  keep(KEYS[which], bucket.kept)
end

-- The price of several entries with the clock's timestamp is the highest, whatever their order.
local higher = tonumber(price) - tonumber(state[2] or '0')
if timestamp > before or (timestamp == before and (higher > 0 or (higher == 0 and price > state[2]))) then
  redis.call('HSET', head, 'clock', ARGV[2], 'price', price)
end
redis.call('HINCRBY', head, 'version', 1)
keep(head, longest)
return reply
