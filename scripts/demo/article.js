// What a news page does after it has loaded: an update that arrives late, and a button that adds text.

/** Time after which the update arrives. */
const LATE_MS = 1500;

const UPDATE =
  'Update, 11:40: Operation Kipion, the British presence at sea in the Gulf, is a mission of its own and no part of Op Shader.';

const BACKGROUND = [
  'The list of names is long. British forces first went into Iraq in 2003 on Operation Telic; the years of fighting in ' +
    'Afghanistan were Operation Herrick, and the training mission that followed is Operation Toral.',
  'None of the names is meant to mean anything: the MOD has them picked by a computer, so that a word gives nothing away. ' +
    'A reader who meets “Op Toral” in a caption has to know it, or look it up.',
];

function paragraph(text, className = '') {
  const element = document.createElement('p');
  element.textContent = text;
  element.className = className;
  return element;
}

setTimeout(() => document.getElementById('late').append(paragraph(UPDATE, 'update')), LATE_MS);

document.getElementById('load-more').addEventListener('click', (event) => {
  document.getElementById('more').append(...BACKGROUND.map((text) => paragraph(text)));
  event.currentTarget.closest('p').remove();
});
