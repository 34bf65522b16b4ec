/**
 * Emoji by the names that GitHub, Hexo and MkDocs give them between colons: those that people write most. A name that is none of them stays text.
 * Source: GitHub's list of emoji (https://api.github.com/emojis) and the Unicode characters that it names.
 */
const NAMES = `
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 joy 😂 rofl 🤣 blush 😊 wink 😉 heart_eyes 😍 sunglasses 😎
thinking 🤔 neutral_face 😐 sob 😭 cry 😢 scream 😱 angry 😠 sleeping 😴 sweat_smile 😅 relaxed ☺️ pray 🙏 clap 👏
wave 👋 muscle 💪 ok_hand 👌 v ✌️ raised_hands 🙌 point_right 👉 point_left 👈 point_up ☝️ point_down 👇 +1 👍
thumbsup 👍 -1 👎 thumbsdown 👎 eyes 👀 ear 👂 brain 🧠 heart ❤️ broken_heart 💔 star ⭐ star2 🌟 sparkles ✨ fire 🔥
boom 💥 zap ⚡ sunny ☀️ cloud ☁️ umbrella ☔ snowflake ❄️ rainbow 🌈 droplet 💧 ocean 🌊 tada 🎉 gift 🎁 balloon 🎈
trophy 🏆 medal_sports 🏅 dart 🎯 bulb 💡 lantern 🏮 izakaya_lantern 🏮 candle 🕯️ flashlight 🔦 memo 📝 pencil 📝
pencil2 ✏️ book 📖 books 📚 bookmark 🔖 newspaper 📰 calendar 📆 date 📅 clipboard 📋 pushpin 📌 round_pushpin 📍
paperclip 📎 link 🔗 mag 🔍 lock 🔒 unlock 🔓 key 🔑 hammer 🔨 wrench 🔧 gear ⚙️ package 📦 mailbox 📫 email 📧
telephone 📞 phone ☎️ computer 💻 camera 📷 movie_camera 🎥 art 🎨 musical_note 🎵 microphone 🎤 mega 📣
loudspeaker 📢 bell 🔔 hourglass ⌛ alarm_clock ⏰ white_check_mark ✅ heavy_check_mark ✔️
ballot_box_with_check ☑️ x ❌ warning ⚠️ no_entry ⛔ construction 🚧 question ❓ grey_question ❔ exclamation ❗
heavy_exclamation_mark ❗ information_source ℹ️ 100 💯 new 🆕 recycle ♻️ arrow_right ➡️ arrow_left ⬅️
arrow_up ⬆️ arrow_down ⬇️ chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 rocket 🚀 ship 🚢
boat ⛵ sailboat ⛵ anchor ⚓ car 🚗 bus 🚌 train 🚆 bike 🚲 house 🏠 school 🏫 hospital 🏥 office 🏢 factory 🏭 tent ⛺
mountain ⛰️ bridge_at_night 🌉 city_sunset 🌆 seedling 🌱 herb 🌿 leaves 🍃 maple_leaf 🍁 four_leaf_clover 🍀
evergreen_tree 🌲 deciduous_tree 🌳 bouquet 💐 rose 🌹 cherry_blossom 🌸 sunflower 🌻 ear_of_rice 🌾 apple 🍎
watermelon 🍉 tea 🍵 coffee ☕ rice 🍚 bread 🍞 fish 🐟 dog 🐶 cat 🐱 cow 🐮 pig 🐷 bird 🐦 bug 🐛 bee 🐝 turtle 🐢 whale 🐳
snail 🐌 butterfly 🦋 man 👨 woman 👩 boy 👦 girl 👧 baby 👶 family 👪 busts_in_silhouette 👥 bust_in_silhouette 👤
cn 🇨🇳 us 🇺🇸 jp 🇯🇵 one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ moneybag 💰
dollar 💵 yen 💴 earth_asia 🌏 earth_americas 🌎 globe_with_meridians 🌐 moon 🌔 crescent_moon 🌙 full_moon 🌕
sun_with_face 🌞 red_circle 🔴 large_blue_circle 🔵 black_circle ⚫ white_circle ⚪`

/** The characters by their names. */
export const EMOJI: ReadonlyMap<string, string> = new Map(Array.from(NAMES.matchAll(/(\S+)\s+(\S+)/g), ([, name, emoji]) => [name!, emoji!]))
