-- Moves a pending entry to a dead-letter stream. Any error on the way to it comes before the XACK, so that the entry
-- stays pending.
-- KEYS: stream, dead-letter stream. ARGV: group, id, length, the most arguments that XADD may have from here,
--   number of delivered fields and values, delivered field, value ..., letter's field, value ...
-- Gives the new id, nil if the entry is no longer pending, 0 if there are too many fields for a script.
local stream, deadLetters = KEYS[1], KEYS[2]
local group, id, length, most, delivered = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])

if not redis.call('XPENDING', stream, group, id, id, 1)[1] then
  return false
end

local letter = { deadLetters, 'MAXLEN', '~', length, '*' }
local entry = redis.call('XRANGE', stream, id, id)[1]
if entry then
  for _, text in ipairs(entry[2]) do
    letter[#letter + 1] = text
  end
else
  for i = 6, 5 + delivered do
    letter[#letter + 1] = ARGV[i]
  end
end
for i = 6 + delivered, #ARGV do
  letter[#letter + 1] = ARGV[i]
end
if #letter > most then
  return 0
end

local newId = redis.call('XADD', unpack(letter))
redis.call('XACK', stream, group, id)
return newId
