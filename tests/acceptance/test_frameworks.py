"""LangChain's and LlamaIndex's tools for Python against the real server, each as its users would set it up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from PIL import Image

from acceptance.pictures import draw_png, look_at, write_data_url
from pinxit.testing import RunningServer

_EXTRA = "is missing: pip install -e '.[clients]'"
_APART = "needs google-genai below 3, which the newest one excludes: install it into an environment of its own"
_MODEL = "gemini-2.5-flash-image"
_MARKDOWN = "![image](data:image/png;base64,"


def _import(name: str, why: str = _EXTRA) -> Any:
    return pytest.importorskip(name, reason=f"{name} {why}")


@pytest.fixture
def address(roomy: RunningServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address and the key where frameworks look for them: in the environment."""
    url = f"{roomy.url}/v1"
    for name, value in {"OPENAI_BASE_URL": url, "OPENAI_API_BASE": url, "OPENAI_API_KEY": roomy.key}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LANGSMITH_TRACING", "false")
    return url


def test_llamaindexs_image_tool_saves_its_picture(address: str, tmp_path: Path) -> None:
    tools = _import("llama_index.tools.openai.image_generation.base")
    tool = tools.OpenAIImageGenerationToolSpec(cache_dir=str(tmp_path))
    (path,) = tool.image_generation("a red fox", model="dall-e-3", size="1792x1024", download=True)
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", (1792, 1024))


def test_llamaindexs_image_tool_gives_an_address(address: str, tmp_path: Path) -> None:
    tools = _import("llama_index.tools.openai.image_generation.base")
    tool = tools.OpenAIImageGenerationToolSpec(cache_dir=str(tmp_path))
    found = tool.image_generation("a red fox", model="dall-e-2", size="256x256")
    assert look_at(httpx.get(found).content).size == (256, 256)


def test_llamaindexs_image_tool_works_as_a_tool_of_an_agent(address: str, tmp_path: Path) -> None:
    tools = _import("llama_index.tools.openai.image_generation.base")
    (tool,) = tools.OpenAIImageGenerationToolSpec(cache_dir=str(tmp_path)).to_tool_list()
    output = tool(text="a red fox", model="dall-e-2", size="256x256", download=True)
    assert not output.is_error
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("model", ["dall-e-2", "dall-e-3"])
def test_langchains_image_tool_gives_an_address_that_opens_the_picture(address: str, model: str) -> None:
    tool = _import("langchain_community.tools.openai_dalle_image_generation")
    utilities = _import("langchain_community.utilities.dalle_image_generator")
    wrapper = utilities.DallEAPIWrapper(model=model, size="256x256", quality="standard")
    found = tool.OpenAIDALLEImageGenerationTool(api_wrapper=wrapper).run("a red fox")
    assert look_at(httpx.get(found).content).size == (256, 256)


def test_langchains_image_tool_raises_openais_exceptions(address: str) -> None:
    utilities = _import("langchain_community.utilities.dalle_image_generator")
    with pytest.raises(openai.BadRequestError) as refusal:
        utilities.DallEAPIWrapper(model="gpt-image-1", size="256x256").run("[block]")
    assert refusal.value.code == "moderation_blocked"


def _read(content: Any) -> tuple[int, int]:
    assert isinstance(content, str)
    return look_at(content.removeprefix(_MARKDOWN).removesuffix(")")).size


def test_langchains_chat_model_answers_with_a_picture(address: str) -> None:
    chat = _import("langchain_openai").ChatOpenAI(model=_MODEL, max_retries=0)
    answer = chat.invoke("a red fox")
    assert _read(answer.content) == (1024, 1024)
    assert answer.usage_metadata["output_tokens"] == 1290
    assert answer.response_metadata["finish_reason"] == "stop"


def test_langchains_chat_model_streams_and_sends_pictures(address: str) -> None:
    chat = _import("langchain_openai").ChatOpenAI(model=_MODEL, max_retries=0)
    messages = _import("langchain_core.messages")
    parts = [
        {"type": "text", "text": "a hat"},
        {"type": "image_url", "image_url": {"url": write_data_url(draw_png(160, 112))}},
    ]
    told = "".join(str(chunk.content) for chunk in chat.stream([messages.HumanMessage(content=parts)]))
    assert _read(told) == (160, 112)


def test_langchains_chat_model_raises_openais_exceptions(address: str) -> None:
    chat = _import("langchain_openai").ChatOpenAI(model="gpt-9", max_retries=0)
    with pytest.raises(openai.NotFoundError):
        chat.invoke("a red fox")


def _find_pictures(content: Any) -> list[tuple[int, int]]:
    urls = [part["image_url"]["url"] for part in content if isinstance(part, dict) and part["type"] == "image_url"]
    return [look_at(url.partition(",")[2]).size for url in urls]


def test_langchains_gemini_model_draws_and_edits(roomy: RunningServer) -> None:
    google = _import("langchain_google_genai", _APART)
    chat = google.ChatGoogleGenerativeAI(
        model=_MODEL,
        base_url=roomy.url,
        google_api_key=roomy.key,
        max_retries=1,
        image_config={"aspect_ratio": "16:9"},
        response_modalities=[google.Modality.TEXT, google.Modality.IMAGE],
    )
    first = chat.invoke("a red fox")
    assert _find_pictures(first.content) == [(1344, 768)]
    second = chat.invoke([("human", "a red fox"), first, ("human", "now at night")])
    assert "made of 1 pictures" in str(second.content)


def test_langchains_gemini_model_streams(roomy: RunningServer) -> None:
    google = _import("langchain_google_genai", _APART)
    chat = google.ChatGoogleGenerativeAI(model=_MODEL, base_url=roomy.url, google_api_key=roomy.key, max_retries=1)
    pictures = [size for chunk in chat.stream("a red fox") for size in _find_pictures(chunk.content)]
    assert pictures == [(1024, 1024)]


def test_llamaindexs_gemini_model_draws(roomy: RunningServer) -> None:
    google = _import("llama_index.llms.google_genai", _APART)
    llms = _import("llama_index.core.llms", _APART)
    llm = google.GoogleGenAI(model=_MODEL, api_key=roomy.key, http_options={"base_url": roomy.url}, max_tokens=1000)
    answer = llm.chat([llms.ChatMessage(role="user", content="a red fox")])
    pictures = [block for block in answer.message.blocks if block.block_type == "image"]
    assert [look_at(block.resolve_image().read()).size for block in pictures] == [(1024, 1024)]
